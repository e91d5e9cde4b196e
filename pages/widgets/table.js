// Draws rows as a table, sorts them and turns its pages; a click or Enter on a row opens it, the focus alone opens nothing.
const KEPT = new WeakMap(); // the view of each place on a page, for when the page is run again
const WORDS = new Intl.Collator(undefined, { numeric: true });
const DIALOG = '[data-testid="stDialog"]';

export default function ({ parentElement, data: bytes, setTriggerValue }) {
  const root = parentElement.querySelector(".rows"), written = new TextDecoder().decode(bytes);
  let view = KEPT.get(root);
  if (!view) KEPT.set(root, (view = { root, sort: null, page: 0, current: null }));
  view.tell = setTriggerValue;
  if (view.written !== written) take(view, written);
  return () => view.watch?.disconnect();
}

const part = (view, name) => view.root.querySelector(name);
const made = (name, words, text = "") => Object.assign(document.createElement(name), { className: words, textContent: text });
const values = (list) => (Array.isArray(list) || !list ? list : list.at.map((place) => list.of[place]));
const filled = (text, words) => text.replace(/\{(\w+)\}/g, (_, name) => words[name]);
const missing = (value) => value === null || value === "";

// Takes over other rows: sorted as the reader had sorted those before, if the browser sorts them.
function take(view, written) {
  const data = JSON.parse(written), known = view.data;
  Object.assign(view, { written, data, whole: data.keys.length === data.total, page: 0 });
  const labels = data.columns.map(({ label }) => label);
  if (!view.whole || !known || `${labels}` !== `${view.labels}`) view.sort = null;
  view.labels = labels;
  for (const column of data.columns) for (const name of ["values", "by", "beside"]) column[name] = values(column[name]);
  view.rows = data.keys.map((key, at) => ({ key, at, level: data.levels[at], parts: [] }));
  const above = [];
  for (const row of view.rows) {
    above[row.level] = row;
    above[row.level - 1]?.parts.push(row);
    row.top = !above[row.level - 1];
  }
  frame(view);
  for (const row of view.rows) drawRow(view, row);
  order(view);
  if (view.turning !== undefined && view.turning === data.page) focus(view, view.order[0]);
  view.turning = undefined;
}

// What stands around the rows.
function frame(view) {
  const { data } = view;
  view.root.classList.toggle("short", data.columns.length < 3);
  part(view, "h2").textContent = data.heading;
  part(view, "caption").textContent = data.caption;
  part(view, ".note").textContent = data.note;
  const line = made("tr", "");
  line.setAttribute("role", "row");
  line.append(...data.columns.map((column, at) => head(view, column, at)));
  part(view, "thead").replaceChildren(line);
  part(view, "table").setAttribute("aria-rowcount", data.total + 1);
  part(view, "nav").setAttribute("aria-label", data.words.pages);
  for (const [name, step] of [["previous", -1], ["next", 1]]) {
    part(view, `.${name}`).textContent = data.words[name];
    part(view, `.${name}`).onclick = () => turn(view, step);
  }
  part(view, "tbody").onkeydown = (event) => keyed(view, event);
  part(view, "tbody").onclick = (event) => clicked(view, event);
  for (const kind of ["focusin", "pointerover"]) view.root.addEventListener(kind, (view[kind] ??= (event) => met(view, event)));
}

function head(view, column, at) {
  const cell = made("th", column.kind);
  cell.scope = "col";
  cell.setAttribute("role", "columnheader");
  if (column.ticks) {
    cell.append(made("span", "spoken", column.label), ...column.ticks.map(([text, at]) => placed(made("span", "tick", text), at)));
    return cell;
  }
  if (!view.whole) {
    cell.textContent = column.label;
    return cell;
  }
  const button = made("button", "", column.label);
  button.type = "button";
  button.onclick = () => {
    const [by, down] = sorting(view);
    view.sort = [column.label, by === column.label ? !down : false];
    view.page = 0;
    order(view);
  };
  cell.append(button);
  return cell;
}

const sorting = (view) => view.sort ?? view.data.sorted ?? ["", false];

function drawRow(view, row) {
  row.line = made("tr", [row.level && "part", row.key && row.key === view.data.chosen && "chosen"].filter(Boolean).join(" "));
  row.line.setAttribute("role", "row");
  row.line.style.setProperty("--level", row.level);
  row.line.append(...view.data.columns.map((column) => CELLS[column.kind](view, row, column)));
}

function cell(column, ...inside) {
  const found = made("td", column.kind);
  found.setAttribute("role", "cell");
  found.append(...inside);
  return found;
}

const CELLS = {
  text: (view, row, column) => cell(column, column.values[row.at] ?? ""),
  words: (view, row, column) => cell(column, column.values[row.at] ?? ""),
  struck: (view, row, column) => cell(column, made("s", "", column.values[row.at] ?? "")),
  number(view, row, column) {
    const found = cell(column, column.values[row.at] ?? "");
    found.dataset.label = column.label;
    return found;
  },
  bar(view, row, column) {
    const track = made("i", "track");
    track.append(placed(made("i", "filled"), 0, column.beside[row.at]));
    return cell(column, track, made("span", "", column.values[row.at] === null ? "" : thin(column.values[row.at])));
  },
  scale(view, row, column) {
    const found = cell(column, ...column.ticks.map(([, at]) => placed(made("b", ""), at))), dots = column.values[row.at];
    if (dots.length) {
      const places = dots.map(([, at]) => at), left = Math.min(...places);
      found.append(placed(made("u", ""), left, Math.max(...places) - left));
      found.append(...dots.map(([kind, at]) => placed(made("i", kind), at)));
    }
    return found;
  },
  title(view, row, column) {
    const found = made("th", "title"), beside = column.beside?.[row.at];
    found.scope = "row";
    found.setAttribute("role", "rowheader");
    row.link = made(row.key && view.data.parameter ? "a" : row.key ? "button" : "span", "open", column.values[row.at]);
    row.link.tabIndex = -1;
    addressed(view, row);
    found.append(row.link, ...(beside ? [" ", made("span", "beside", `(${beside})`)] : []));
    return found;
  },
  swatch(view, row, column) {
    const sign = made("i", "");
    sign.style.setProperty("--colour", column.beside[row.at] || "transparent");
    return cell(column, ...(column.values[row.at] ? [sign, made("span", "", column.values[row.at])] : []));
  },
  pips(view, row, column) {
    const signs = made("span", "signs"), words = column.beside[row.at];
    signs.setAttribute("role", "img");
    signs.setAttribute("aria-label", words);
    signs.title = words;
    signs.append(...[...column.values[row.at]].map((sign) => made("i", { "●": "full", "○": "hollow" }[sign] ?? "", { "●": "", "○": "" }[sign] ?? sign)));
    return cell(column, signs);
  },
  links: (view, row, column) =>
    cell(column, ...column.values[row.at].flatMap(([text, address], at) => [at ? ", " : "", Object.assign(made("a", "", text), { href: address })])),
};

function placed(mark, left, width) {
  mark.style.left = `${left}%`;
  if (width !== undefined) mark.style.width = `${width}%`;
  return mark;
}

// Puts the rows in order: by a column, what is missing last, parts under their whole.
function order(view) {
  const [label, down] = sorting(view), column = view.data.columns.find((one) => one.label === label);
  const by = column && (column.by ?? column.values);
  const compare = (one, other) => {
    const [a, b] = [by[one.at], by[other.at]];
    if (missing(a) || missing(b)) return missing(a) - missing(b);
    const apart = typeof a === "number" ? a - b : WORDS.compare(a, b);
    return down ? -apart : apart;
  };
  const walk = (rows) => (view.sort ? [...rows].sort(compare) : rows).flatMap((row) => [row, ...walk(row.parts)]);
  view.order = walk(view.rows.filter((row) => row.top));
  part(view, "tbody").replaceChildren(...view.order.map((row) => row.line));
  view.data.columns.forEach((one, at) => {
    const cell = part(view, `thead th:nth-child(${at + 1})`);
    if (one.label === label) cell.setAttribute("aria-sort", down ? "descending" : "ascending");
    else cell.removeAttribute("aria-sort");
  });
  part(view, ".aside").textContent = view.sort ? "" : view.data.aside;
  rove(view, null);
  show(view);
}

// Shows one page of the rows; on paper all stand.
function show(view) {
  const { data, order } = view, { size, total } = data, first = (view.whole ? view.page : data.page) * size, last = Math.min(first + size, total);
  order.forEach((row, at) => {
    row.line.classList.toggle("off", view.whole && (at < first || at >= last));
    row.line.setAttribute("aria-rowindex", at + 2 + (view.whole ? 0 : first));
  });
  if (!view.current || view.current.line.classList.contains("off")) rove(view, order[view.whole ? first : 0]);
  const several = total > size;
  const range = several ? filled(data.words.range, { first: thin(first + 1), last: thin(last), total: thin(total) }) : "";
  for (const place of view.root.querySelectorAll(".range")) place.textContent = range;
  part(view, "nav").hidden = !several;
  part(view, ".previous").disabled = first === 0;
  part(view, ".next").disabled = last === total;
}

const thin = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, "\u202f");

function turn(view, step) {
  if (!view.whole) {
    view.turning = view.data.page + step;
    view.tell("page", view.turning);
    return;
  }
  view.page += step;
  show(view);
  focus(view, view.order[view.page * view.data.size]);
}

const rowOf = (view, place) => view.order.find((row) => row.line === place.closest("tr"));

// One row at a time can be reached by Tab; the arrows lead to the others.
function rove(view, row) {
  if (view.current?.link) view.current.link.tabIndex = -1;
  view.current = row ?? null;
  if (row?.link && row.key) row.link.tabIndex = 0;
}

// The row's link leads to this view with the row open, as the address is now.
function addressed(view, row) {
  if (row.link?.localName !== "a") return;
  const address = new URL(location.href);
  address.searchParams.set(view.data.parameter, row.key);
  row.link.href = address;
}

function met(view, event) {
  const row = rowOf(view, event.target);
  if (!row) return;
  addressed(view, row);
  if (event.type === "focusin") rove(view, row);
}

function focus(view, row) {
  if (!row?.link) return;
  rove(view, row);
  row.link.focus();
}

function keyed(view, event) {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const at = view.order.indexOf(rowOf(view, event.target)), last = view.order.length - 1;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  if (to < 0 || to > last) return;
  if (view.whole) {
    view.page = Math.floor(to / view.data.size);
    show(view);
  }
  focus(view, view.order[to]);
}

function clicked(view, event) {
  const row = rowOf(view, event.target), other = event.target.closest("a:not(.open)");
  if (!row?.key || other || event.ctrlKey || event.metaKey || event.shiftKey || String(getSelection())) return;
  event.preventDefault();
  focus(view, row);
  view.tell("open", row.key);
  returns(view);
}

// When the card is closed, the focus comes back to its row, unless the reader has put it elsewhere.
function returns(view) {
  let opened = false;
  view.watch?.disconnect();
  view.watch = new MutationObserver(() => {
    if (document.querySelector(DIALOG)) opened = true;
    else if (opened) {
      view.watch.disconnect();
      requestAnimationFrame(() => [document.body, null].includes(document.activeElement) && focus(view, view.current));
    }
  });
  view.watch.observe(document.body, { childList: true, subtree: true });
}
