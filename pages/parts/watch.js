// How wide the window is, where that is not what was drawn; the page is then drawn anew.
function watchWidth({ data, setStateValue }) {
  const query = matchMedia(`(max-width: ${data.below - 1}px)`);
  const say = () => {
    if (matchMedia("print").matches) return;
    const width = query.matches ? "narrow" : "wide";
    if (width !== data.drawn) setStateValue("width", width);
  };
  query.addEventListener("change", say);
  say();
  return () => query.removeEventListener("change", say);
}

// A tap on a chart means what lies under the finger, at the first tap. Plotly selects what its pointer has hovered over, and a finger hovers over nothing.
function watchTaps() {
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

// A menu that is opened by keyboard takes the focus, so that Tab goes through it and not past it.
let asked = 0;  // when a menu was last asked for by a key
function watchMenus() {
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

// Streamlit's tables by the keyboard: arrows, Page, Home and End go through the rows, Enter does what a click on the row does; the row of the keyboard is ringed.
// Without this the focus alone chooses a table's first cell, which opens that row's card.
const rows = new WeakMap();  // per table, the row of the keyboard
function watchTables({ data: { head, row } }) {
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

export default function (told) {
  const ends = [watchWidth, watchTaps, watchMenus, watchTables].map(watch => watch(told));
  return () => ends.forEach(end => end());
}
