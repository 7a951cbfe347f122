"""Where everything stands: the one place that makes addresses."""

from antenne.routes.routes import Place, Routes

__all__ = ["Place", "Routes"]
