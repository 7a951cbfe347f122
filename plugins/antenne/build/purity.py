"""Whether settings files say the same whenever they are run, and which environment variables they ask.

Only what is known to have no other source than the files themselves is let through: settings that do anything else are
run anew to see what they say.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Collection, Iterator
from pathlib import Path
from types import ModuleType

_MODULES = {"os", "sys", "pathlib", "typing", "__future__"}
_CALLS = {
    "Path",
    "pathlib.Path",
    "str",
    "list",
    "tuple",
    "dict",
    "sys.path.insert",
    "sys.path.append",
    "os.path.join",
    "os.path.dirname",
    "os.environ.get",
    "os.getenv",
}
_ASK = {"os.environ.get", "os.getenv"}
_OF_MODULES = {"os.environ", "os.path", "os.sep", "sys.path", "pathlib.Path"}
_PARTS = (
    ast.Module,
    ast.Import,
    ast.ImportFrom,
    ast.alias,
    ast.Assign,
    ast.AnnAssign,
    ast.AugAssign,
    ast.Expr,
    ast.If,
    ast.IfExp,
    ast.Constant,
    ast.Name,
    ast.Attribute,
    ast.Subscript,
    ast.Slice,
    ast.Starred,
    ast.keyword,
    ast.List,
    ast.Tuple,
    ast.Dict,
    ast.BinOp,
    ast.BoolOp,
    ast.UnaryOp,
    ast.Compare,
    ast.JoinedStr,
    ast.FormattedValue,
    ast.Call,
    ast.expr_context,
    ast.operator,
    ast.boolop,
    ast.unaryop,
    ast.cmpop,
)


def imported_files(config: Path) -> tuple[Path, ...]:
    """Return a settings file and those beside it that it imports, at once or by way of others."""
    found, waiting = dict[Path, None](), [config]
    while waiting:
        file = waiting.pop()
        if file in found or not file.is_file():
            continue
        found[file] = None
        waiting += [config.with_name(f"{name}.py") for name in _imports(file)]
    return tuple(found)


def _imports(file: Path) -> Iterator[str]:
    try:
        tree = ast.parse(file.read_bytes())
    except (OSError, SyntaxError, ValueError):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def asked_of_environment(files: Collection[Path]) -> frozenset[str] | None:
    """Return the names of the variables that settings files ask, or None when they may depend on something else."""
    # Another module of that name may go before the one that stands beside the settings file.
    own = {file.stem for file in files if _file_of(sys.modules.get(file.stem)) == file}
    try:
        trees = [ast.parse(file.read_bytes()) for file in files]
    except (OSError, SyntaxError, ValueError):
        return None
    if not all(_is_plain(node, own) for tree in trees for node in ast.walk(tree)):
        return None
    asked = [list(_asked(tree)) for tree in trees]
    known = [name for names in asked for name in names]
    uses = sum(isinstance(node, ast.Attribute) and node.attr == "environ" for tree in trees for node in ast.walk(tree))
    calls = sum(isinstance(node, ast.Attribute) and node.attr == "getenv" for tree in trees for node in ast.walk(tree))
    # Every use of the environment must be one of those whose name is known.
    return frozenset(known) if len(known) == uses + calls else None


def _file_of(module: ModuleType | None) -> Path | None:
    return Path(module.__file__) if module and module.__file__ else None


def _is_plain(node: ast.AST, own: Collection[str]) -> bool:
    if isinstance(node, ast.Import):
        return all(alias.asname is None and alias.name in _MODULES | set(own) for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        return _is_plain_from(node, own)
    if isinstance(node, ast.Call):
        called = ast.unparse(node.func)
        return called in _CALLS or (called in ("Path(__file__).resolve", "Path(__file__).absolute") and not node.args)
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in ("os", "sys"):
        return ast.unparse(node) in _OF_MODULES | {"os.getenv"}
    return isinstance(node, _PARTS)


def _is_plain_from(node: ast.ImportFrom, own: Collection[str]) -> bool:
    names = {alias.name for alias in node.names}
    if node.level or any(alias.asname in _MODULES for alias in node.names):
        return False
    return node.module in {*own, "typing", "__future__"} or (node.module == "pathlib" and names == {"Path"})


def _asked(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in _ASK:
            first: ast.expr | None = node.args[0] if node.args else None
        elif isinstance(node, ast.Subscript) and ast.unparse(node.value) == "os.environ":
            first = node.slice
        elif isinstance(node, ast.Compare) and ast.unparse(node.comparators[0]) == "os.environ":
            first = node.left
        else:
            continue
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield first.value
