"""A menu that is opened by keyboard takes the focus, so that Tab goes through it and not past it."""

from pages.parts.watching import watch

_KEY = "focus"
_SCRIPT = """
export default function () {
  let asked = 0;  // when a menu was last asked for by a key
  const key = event => {
    if (["Enter", " "].includes(event.key) && event.target.closest?.('[data-testid="stPopoverButton"]')) asked = Date.now();
  };
  const look = () => {
    if (Date.now() - asked > 5000) return;
    const body = document.querySelector('[data-testid="stPopoverBody"]');
    const first = body?.querySelector('input, button, a[href], [role="slider"], [tabindex="0"]');
    if (!first) return;
    asked = 0;
    first.focus();
  };
  const seen = new MutationObserver(look);
  document.addEventListener("keydown", key, true);
  seen.observe(document.body, { childList: true, subtree: true });
  return () => { document.removeEventListener("keydown", key, true); seen.disconnect(); };
}
"""


def watch_focus() -> None:
    """Has the browser move the focus into a menu that a key opens."""
    watch(_KEY, _SCRIPT)
