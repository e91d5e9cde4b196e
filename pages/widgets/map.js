// Draws the scene of the map. The near maps are moved and brought nearer in the browser, and stay so when another selection comes.
const KEPT = new WeakMap(); // the view of each place on a page, for when the page is run again
const NEAR = 2, MOST = 64; // from how near the sites are seen; how near it goes
const STOOD = { start: null, frame: null, at: {} }; // where the near maps stand, in pixels of a frame, also when the page is drawn anew
const GROUND = new Map(); // what was fetched, by its address

export default function ({ parentElement, data: bytes, setTriggerValue }) {
  const root = parentElement.querySelector(".root"), written = new TextDecoder().decode(bytes);
  let view = KEPT.get(root);
  if (!view) KEPT.set(root, (view = { root }));
  view.tell = setTriggerValue;
  if (view.written !== written) take(view, written);
}

const part = (view, name) => view.root.querySelector(name);

function take(view, written) {
  const data = JSON.parse(written), focused = view.root.getRootNode().activeElement?.getAttribute?.("aria-label");
  if (`${data.start}` !== `${STOOD.start}` || data.frame !== STOOD.frame) Object.assign(STOOD, { start: data.start, frame: data.frame, at: {} });
  view.at = STOOD.at;
  stop(view);
  Object.assign(view, { written, data });
  const maps = part(view, ".maps");
  maps.className = `maps ${data.frame}`;
  maps.setAttribute("aria-label", data.alt);
  view.panels = data.panels.map((panel) => panelOf(view, panel));
  maps.replaceChildren(...view.panels.map(({ box }) => box));
  for (const panel of view.panels) arrange(view, panel);
  if (focused) [...maps.querySelectorAll("[role=button]")].find((mark) => mark.getAttribute("aria-label") === focused)?.focus();
  tips(view);
  playing(view);
}

function panelOf(view, panel) {
  const { colours } = view.data, { width, height } = panel;
  const svg = draw("svg", { viewBox: `0 0 ${width} ${height}` }), ground = draw("g"), doubts = draw("g"), below = draw("g"), marks = draw("g"), names = draw("g", { "pointer-events": "none" });
  svg.append(draw("rect", { width, height, fill: colours.sea }), ground, below, doubts, marks, names);
  const box = Object.assign(document.createElement("div"), { className: `panel ${panel.kind}` });
  box.style.setProperty("--wide", width);
  box.append(svg);
  const found = { panel, box, svg, ground, names };
  found.lines = panel.lines.map((line) => lineNode(view, line));
  found.rings = panel.rings.map((ring) => ringNode(view, ring));
  found.nodes = (panel.nodes ?? []).map((node) => nodeOf(view, node));
  found.sites = panel.sites.map((site) => siteNode(view, site));
  below.append(...found.lines.map(({ group }) => group), ...(panel.boxes ?? []).flatMap((edges) => frameOf(edges, panel, colours)));
  doubts.append(...found.sites.map(({ doubt }) => doubt));
  marks.append(...found.rings.map(({ lead }) => lead), ...found.sites.map(({ lead }) => lead), ...found.rings.map(({ group }) => group), ...found.nodes.map(({ group }) => group), ...found.sites.map(({ group }) => group));
  if (panel.kind === "near") {
    names.append(words(colours, 14, 600, { x: 12, y: 18 }, panel.name), (found.scale = draw("g")));
    movable(view, found);
  }
  drawGround(found, view.data);
  return found;
}

// What a near map shows, on the far one, and towards which of its sides it stands.
function frameOf([left, top, right, bottom], panel, colours) {
  const east = left + right > panel.width, x = east ? right : left, to = east ? panel.width : 0;
  const dotted = { stroke: colours.quiet, "stroke-width": 1, "stroke-dasharray": "2 3" };
  const wide = panel.width > 500 ? [[top, 0], [bottom, panel.height]].map(([y, end]) => draw("line", { x1: x, y1: y, x2: to, y2: end, ...dotted })) : [];
  return [...wide, ...(panel.width > 500 ? [draw("rect", { x: left, y: top, width: right - left, height: bottom - top, fill: "none", stroke: colours.ink, "stroke-width": 1.3 })] : [])];
}

const features = (address) => {
  if (!GROUND.has(address)) GROUND.set(address, fetched(address).catch((fault) => { GROUND.delete(address); throw fault; }));
  return GROUND.get(address);
};

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return (await answer.json()).features;
}

const LINES = { river: 1.2, "inner border": 0.8, border: 1 };

async function drawGround({ panel, ground }, { colours }) {
  for (const found of await Promise.all(panel.ground.map(features))) {
    for (const { properties: { kind }, geometry: { coordinates } } of found) {
      if (panel.kind === "far" && kind !== "land" && kind !== "border") continue;
      const rings = kind in LINES ? coordinates : coordinates.flat();
      const d = rings.map((ring) => path(ring, panel, !(kind in LINES))).join("");
      if (!d) continue;
      ground.append(draw("path", kind in LINES
        ? { d, fill: "none", stroke: colours[kind], "stroke-width": LINES[kind], "vector-effect": "non-scaling-stroke", "stroke-opacity": panel.kind === "far" ? 0.4 : 1 }
        : { d, fill: colours[kind], "fill-rule": "evenodd" }));
    }
  }
}

// Points in degrees as a path of pixels, in Web Mercator; nothing where it lies beside the map.
function path(points, { zero, scale, width, height }, closed) {
  const found = points.map(([longitude, latitude]) =>
    [zero[0] + longitude / 360 * scale, zero[1] - Math.asinh(Math.tan(latitude * Math.PI / 180)) / 2 / Math.PI * scale]);
  const [xs, ys] = [found.map(([x]) => x), found.map(([, y]) => y)];
  if (Math.max(...xs) < 0 || Math.min(...xs) > width || Math.max(...ys) < 0 || Math.min(...ys) > height) return "";
  return `M${found.map(([x, y]) => `${x.toFixed(2)},${y.toFixed(2)}`).join("L")}${closed ? "Z" : ""}`;
}

// Where a near map stands: `k` times as near as at first, its first pixel at `x`, `y`.
function position(view, { panel }) {
  return (view.at[panel.name] ??= begin(view.data.start, panel));
}

function begin(box, panel) {
  const home = { k: 1, x: 0, y: 0 };
  if (!box) return home;
  const at = (longitude, latitude) => [panel.zero[0] + longitude / 360 * panel.scale, panel.zero[1] - Math.asinh(Math.tan(latitude * Math.PI / 180)) / 2 / Math.PI * panel.scale];
  const [left, bottom] = at(box[0], box[1]), [right, top] = at(box[2], box[3]);
  const x = (left + right) / 2, y = (top + bottom) / 2, k = Math.min(panel.width / (right - left), panel.height / (bottom - top));
  return x < 0 || y < 0 || x > panel.width || y > panel.height || k < 1.2 ? home : held({ k, x: panel.width / 2 - k * x, y: panel.height / 2 - k * y }, panel);
}

// No map is moved past its edges.
function held({ k, x, y }, { width, height }) {
  const near = Math.max(1, Math.min(MOST, k));
  return { k: near, x: Math.min(0, Math.max(width * (1 - near), x)), y: Math.min(0, Math.max(height * (1 - near), y)) };
}

function movable(view, found) {
  const { panel, svg, box } = found, buttons = Object.assign(document.createElement("div"), { className: "zoom" });
  found.buttons = [["+", "nearer", 2], ["−", "wider", 0.5]].map(([sign, name, by]) => {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: sign });
    button.setAttribute("aria-label", `${view.data.words[name]}: ${panel.name}`);
    button.onclick = () => nearer(view, found, by);
    return button;
  });
  buttons.append(...found.buttons);
  box.append(buttons);
  svg.ondblclick = (event) => nearer(view, found, 2, pixel(svg, panel, event));
  let from = null;
  svg.onpointerdown = (event) => { from = { at: pixel(svg, panel, event), ...position(view, found), id: event.pointerId }; view.dragged = false; };
  svg.onpointermove = (event) => {
    if (!from || from.k === 1) return;
    const [x, y] = pixel(svg, panel, event), [dx, dy] = [x - from.at[0], y - from.at[1]];
    if (!view.dragged && Math.hypot(dx, dy) < 4) return;
    if (!view.dragged) svg.setPointerCapture(from.id);
    view.dragged = true;
    view.at[panel.name] = held({ k: from.k, x: from.x + dx, y: from.y + dy }, panel);
    arrange(view, found);
  };
  svg.onpointerup = svg.onpointercancel = () => { from = null; setTimeout(() => { view.dragged = false; }); };
  svg.addEventListener("focusin", (event) => seek(view, found, event.target));
}

function pixel(svg, panel, event) {
  const frame = svg.getBoundingClientRect();
  return [(event.clientX - frame.left) / frame.width * panel.width, (event.clientY - frame.top) / frame.height * panel.height];
}

// By so much nearer, about a pixel: at first about the place with most events.
function nearer(view, found, by, about) {
  const { panel } = found, { k, x, y } = position(view, found), first = panel.rings[0];
  const [px, py] = about ?? (k === 1 && first ? [first.x, first.y] : [panel.width / 2, panel.height / 2]);
  const to = about || k !== 1 ? [px, py] : [panel.width / 2, panel.height / 2];
  view.at[panel.name] = held({ k: k * by, x: to[0] - (px - x) * by, y: to[1] - (py - y) * by }, panel);
  arrange(view, found);
}

// A mark that is reached by keyboard comes into sight.
function seek(view, found, target) {
  const mark = [...found.rings, ...found.sites].find(({ group }) => group === target), { panel } = found, at = position(view, found);
  const point = mark?.ring ?? mark?.site;
  if (!point || at.k === 1) return;
  const [x, y] = [at.x + at.k * point.x, at.y + at.k * point.y];
  if (x > 10 && y > 10 && x < panel.width - 10 && y < panel.height - 10) return;
  view.at[panel.name] = held({ k: at.k, x: panel.width / 2 - at.k * point.x, y: panel.height / 2 - at.k * point.y }, panel);
  arrange(view, found);
}

// Puts everything where it is seen from here.
function arrange(view, found) {
  const { panel } = found, { colours } = view.data, near = panel.kind === "near", { k, x, y } = near ? position(view, found) : { k: 1, x: 0, y: 0 };
  found.ground.setAttribute("transform", `translate(${x} ${y}) scale(${k})`);
  for (const { ring, group, lead } of found.rings) {
    const { dx, dy } = ring, [px, py] = [x + k * ring.x, y + k * ring.y];
    group.setAttribute("transform", `translate(${px + dx} ${py + dy}) scale(${k < NEAR ? 1 : 0.7})`);
    leader(lead, px, py, dx, dy, ring.r, colours);
  }
  if (!near) return;
  found.box.classList.toggle("moved", k > 1);
  found.buttons[0].disabled = k >= MOST;
  found.buttons[1].disabled = k <= 1;
  sitesAt(found, colours, k, x, y);
  scaleBar(found, colours, k);
}

const STEPS = [[0, 0], ...[13, 26, 39].flatMap((far) => [0, 1, 2, 3, 4, 5, 6, 7].map((turn) => [far * Math.cos(turn * Math.PI / 4), far * Math.sin(turn * Math.PI / 4)]))];

// The sites, from near enough: moved aside only where one would hide another, their names where there is room.
function sitesAt({ panel, sites, rings }, colours, k, x, y) {
  const taken = rings.map(({ ring }) => { const [px, py] = [x + k * ring.x, y + k * ring.y]; return [px - 16, py - 14, px + 16, py + 14]; });
  taken.push([0, 0, 20 + 8 * panel.name.length, 28]);
  const put = rings.map(({ ring }) => [x + k * ring.x + ring.dx, y + k * ring.y + ring.dy, 0.7 * ring.r + 8]);
  for (const { site, group, doubt, name, radius, lead } of sites) {
    const [px, py] = [x + k * site.x, y + k * site.y], seen = k >= NEAR && px > 0 && py > 0 && px < panel.width && py < panel.height;
    for (const node of [group, lead, doubt]) node.setAttribute("visibility", k >= NEAR ? "visible" : "hidden");
    if (k >= NEAR) group.setAttribute("tabindex", 0); else group.setAttribute("tabindex", -1);
    for (const [key, value] of Object.entries({ cx: px, cy: py, r: site.ring * k })) doubt.setAttribute(key, value);
    const [dx, dy] = STEPS.find(([right, down]) => put.every(([ox, oy, far]) => Math.hypot(px + right - ox, py + down - oy) >= far)) ?? [0, 0];
    put.push([px + dx, py + dy, 12]);
    group.setAttribute("transform", `translate(${px + dx} ${py + dy})`);
    leader(lead, px, py, dx, dy, radius, colours);
    if (seen) taken.push([px + dx - radius, py + dy - radius, px + dx + radius, py + dy + radius]);
    site.seen = seen && [px + dx, py + dy];
  }
  for (const { site, name, radius } of sites) nameAt(site, name, radius, taken, panel);
}

function nameAt(site, name, radius, taken, panel) {
  name.setAttribute("visibility", "hidden");
  if (!site.seen) return;
  const wide = name.getComputedTextLength(), [x, y] = site.seen;
  for (const [anchor, left, at] of [["start", x + radius + 4, radius + 4], ["end", x - radius - 4 - wide, -radius - 4]]) {
    const box = [left, y - 8, left + wide, y + 8];
    if (box[0] < 2 || box[2] > panel.width - 2 || taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) continue;
    taken.push(box);
    for (const [key, value] of Object.entries({ x: at, y: 0, "text-anchor": anchor, visibility: "inherit" })) name.setAttribute(key, value);
    return;
  }
}

function scaleBar({ panel, scale }, colours, k) {
  const most = panel.width * 0.28 * panel.metres / k, power = 10 ** Math.floor(Math.log10(most));
  const metres = [5, 2, 1].map((step) => step * power).find((length) => length <= most), wide = metres / panel.metres * k, y = panel.height - 13;
  const text = metres >= 1000 ? `${metres / 1000} km` : `${metres} m`;
  scale.replaceChildren(draw("path", { d: `M12,${y - 6} v6 h${wide} v-6`, fill: "none", stroke: colours.ink }), words(colours, 12, 400, { x: 18 + wide, y: y - 4 }, text));
}

// What is said of a mark, beside the pointer.
function tips(view) {
  const tip = part(view, ".tip"), maps = part(view, ".maps");
  maps.onpointermove = (event) => {
    let node = event.target;
    while (node && node !== maps && !node.said) node = node.parentNode;
    tip.hidden = !node?.said || event.pointerType === "touch";
    if (tip.hidden) return;
    tip.textContent = node.said;
    const frame = view.root.getBoundingClientRect(), [x, y] = [event.clientX - frame.left, event.clientY - frame.top];
    tip.style.left = `${Math.min(x + 14, frame.width - tip.offsetWidth)}px`;
    tip.style.top = `${y + 16}px`;
  };
  maps.onpointerleave = () => { tip.hidden = true; };
}
