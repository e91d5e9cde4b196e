"""Tables by the keyboard: arrows, Page, Home and End go through the rows, Enter does what a click on the row does.

Without this the focus alone chooses a table's first cell, which opens that row's card: no reader without a pointer gets to another row.
The row of the keyboard is ringed.
"""

from pages.parts.watching import watch

HEAD_PX, ROW_PX = 36, 35  # as tall as Streamlit draws them
_KEY = "table-keys"
_SCRIPT = """
export default function ({ data: { head, row } }) {
  const rows = new WeakMap();  // per table, the row of the keyboard
  const ring = document.createElement("div");
  ring.className = "row-of-the-keyboard";
  ring.style.cssText = "position: fixed; pointer-events: none; z-index: 100; outline: 2px solid Highlight; outline-offset: -2px";
  let byKeys = false, current = null;  // the table that has the focus
  const grid = event => event.target.closest?.('[data-testid="data-grid-canvas"]');
  const frame = canvas => canvas.closest('[data-testid="stDataFrame"]');
  const scroller = canvas => frame(canvas).querySelector(".dvn-scroller");
  const drawn = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));

  const middle = canvas => canvas.getBoundingClientRect().top + head + row * (rows.get(canvas) + 0.5) - scroller(canvas).scrollTop;
  const point = async (canvas, ...kinds) => {
    for (const kind of kinds) {
      await drawn();
      const where = { clientX: canvas.getBoundingClientRect().left + 60, clientY: middle(canvas), pointerType: "mouse" };
      canvas.dispatchEvent(new PointerEvent(kind, { ...where, bubbles: true, cancelable: true }));
    }
  };
  const click = canvas => point(canvas, "pointermove", "pointerdown", "pointerup");
  const go = async (canvas, to) => {
    const last = canvas.querySelector("[aria-rowcount]").getAttribute("aria-rowcount") - 2, view = scroller(canvas);
    const at = Math.max(0, Math.min(last, to));
    rows.set(canvas, at);
    view.scrollTop = Math.max(row * (at + 1) + head - view.clientHeight, Math.min(row * at, view.scrollTop));
    frame(canvas).scrollIntoView({ block: "nearest" });
    current = canvas;
    document.body.append(ring);
    await drawn();
    place();
  };
  const place = () => {
    if (!current) return;
    const { left, width, top, bottom } = scroller(current).getBoundingClientRect(), at = middle(current);
    const hidden = at < top || at > bottom ? "hidden" : "visible";
    Object.assign(ring.style, { left: `${left}px`, top: `${at - row / 2}px`, width: `${width}px`, height: `${row}px`, visibility: hidden });
  };

  const focused = event => {
    const canvas = grid(event);
    if (!canvas || !byKeys) return;
    event.stopPropagation();  // the table would choose its first cell
    go(canvas, rows.get(canvas) ?? 0);
  };
  const keyed = event => {
    byKeys = true;
    const canvas = grid(event);
    if (!canvas || event.altKey || event.metaKey || event.shiftKey) return;
    const at = rows.get(canvas) ?? 0, page = Math.max(1, Math.floor((scroller(canvas).clientHeight - head) / row) - 1);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: Infinity }[event.key];
    const side = { ArrowLeft: -100, ArrowRight: 100 }[event.key], enter = event.key === "Enter";
    if (!to && !side && !enter && to !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    if (side) scroller(canvas).scrollLeft += side;
    else if (enter) rows.has(canvas) && click(canvas);
    else go(canvas, to);
  };
  const leave = () => { current = null; ring.remove(); };
  const pointed = event => { if (event.isTrusted) byKeys = false; };
  const heard = { focusin: focused, focusout: leave, scroll: place, keydown: keyed, pointerdown: pointed };
  for (const [kind, hear] of Object.entries(heard)) window.addEventListener(kind, hear, true);
  return () => {
    for (const [kind, hear] of Object.entries(heard)) window.removeEventListener(kind, hear, true);
    leave();
  };
}
"""


def watch_table_keys() -> None:
    """Has the browser take the keys that are pressed in a table for its rows."""
    watch(_KEY, _SCRIPT, data={"head": HEAD_PX, "row": ROW_PX})
