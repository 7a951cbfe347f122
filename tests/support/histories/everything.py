"""All that histories are made of, those that break something or tell nothing among the others."""

from __future__ import annotations

from tests.support.histories import media, surroundings, texts
from tests.support.histories.edit import Edit

EDITS: tuple[Edit, ...] = (
    texts.write_on,
    texts.retitle,
    texts.write_note,
    media.repaint,
    texts.change_unseen,
    media.add_picture,
    texts.tag,
    media.chapter,
    texts.translate,
    media.repaint_unseen,
    texts.write_bundle,
    media.record_unseen,
    texts.comment,
    texts.touch,
    media.transcribe,
    surroundings.set_otherwise,
    texts.rename_text,
    surroundings.restyle,
    texts.relate,
    surroundings.change_output,
    texts.categorize,
    surroundings.change_output_unseen,
    texts.write_page,
    surroundings.damage_memory,
    media.show_picture,
    surroundings.rewrite_template,
    texts.rename_bundle,
    surroundings.change_among_output,
    media.record_again,
    surroundings.put_memory_back,
    texts.remove_text,
    texts.spoil,
    media.link_picture,
    texts.remove_bundle,
    media.remove_picture,
    media.break_media,
    media.stray,
    surroundings.reword,
    media.remove_beside,
    texts.swap,
    surroundings.empty_cache,
)
"""In the order in which the plainest history does them, two for each build."""

WAYS = ("here", "here", "by itself", "here", "killed", "here", "meanwhile", "from nothing")
"""How a build is made after a change: in this process; in one of its own; so, but killed, or with changes meanwhile,
and then once more; and in the end compared with one that has no cache either.
"""
