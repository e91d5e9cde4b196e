"""Why something was found, in a sentence: the field, what it is a name of, and under which spelling."""

from loaders.hits import Reason


def reason_label(reason: Reason) -> str:
    """The field in words: `Japanese name of the place Koriyama`, `Office of Thomas Kufen`, `Note`."""
    if not reason.of:
        return reason.field
    if reason.field.endswith((" place", " site", " person", " city", " seat", " member", " programme", " sector", " relationship")):
        return f"{reason.field} {reason.of}"
    return f"{reason.field} ({reason.of})" if " name of the " in reason.field else f"{reason.field} of {reason.of}"


def reason_within(reason: Reason) -> str:
    """The same within a sentence: names and languages keep their capitals."""
    label = reason_label(reason)
    return label if label.startswith(("German ", "Japanese ")) else label[:1].lower() + label[1:]


def spelling_text(reason: Reason) -> str:
    """Which spellings were taken as the same: `“Duesseldorf” is taken as “Düsseldorf”`; blank where it stands as typed."""
    pairs = [f"“{typed}” is taken as “{stands}”" for typed, stands in reason.respelled]
    return ", ".join(dict.fromkeys(pairs))
