"""A tap on a chart means what lies under the finger, at the first tap.

Plotly selects what its pointer has hovered over. A finger hovers over nothing: without this its first tap selects nothing, and each
later one what was tapped before it.
"""

from pages.parts.watching import watch

_KEY = "touch"
_SCRIPT = """
export default function () {
  const hover = event => {
    const at = event.changedTouches[0], met = event.target;
    if (!met.classList?.contains("nsewdrag")) return;  // the place over which plotly watches the pointer
    const chart = met.closest(".js-plotly-plot"), dragging = chart._dragging;
    chart._dragging = false;  // plotly takes each touch for a drag until it ends, and hovers over nothing in a drag
    met.dispatchEvent(new MouseEvent("mousemove", { clientX: at.clientX, clientY: at.clientY }));
    chart._dragging = dragging;
  };
  window.addEventListener("touchend", hover, true);  // before plotly's own, which reads what is hovered over
  return () => window.removeEventListener("touchend", hover, true);
}
"""


def watch_touch() -> None:
    """Has the browser hover where a finger taps a chart, before the tap is read."""
    watch(_KEY, _SCRIPT)
