// The marks of the map: rings, lines and sites as SVG.
const SVG = "http://www.w3.org/2000/svg";

function draw(name, attributes = {}, ...inside) {
  const found = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) found.setAttribute(key, value);
  found.append(...inside);
  return found;
}

// Letters with an edge in the colour of the paper, so that they stand out from what is below them.
const words = (colours, size, weight, attributes, ...inside) => draw("text", { "font-size": size, "font-weight": weight, fill: colours.ink, stroke: colours.paper,
  "stroke-width": 3.5, "stroke-linejoin": "round", "paint-order": "stroke", "dominant-baseline": "central", ...attributes }, ...inside);

// What a click or Enter tells to the dashboard, and what is said of it.
function answers(group, view, kind, mark) {
  group.said = mark.said;
  if (view.data.play) return group;
  for (const [key, value] of Object.entries({ role: "button", tabindex: 0, "aria-label": mark.said })) group.setAttribute(key, value);
  const tell = () => view.tell("chosen", [kind, mark.key]);
  group.onclick = () => { if (!view.dragged) tell(); };
  group.onkeydown = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    tell();
  };
  return group;
}

// A ring parted by sector with its number; `n` and `shares` may be those of another time than the scene's.
function ringParts(ring, { sectors, colours }, radius, n, shares) {
  const thick = Math.max(3, radius * 0.3), length = 2 * Math.PI * (radius - thick / 2);
  const parts = [draw("circle", { class: "mark", r: radius, fill: colours.paper, stroke: colours.paper, "stroke-width": 2 })];
  let turn = 0;
  for (const [sector, number] of shares) {
    const share = number / n, gap = shares.length > 1 ? Math.min(1, share * length / 3) : 0;
    parts.push(draw("circle", { r: radius - thick / 2, fill: "none", stroke: sectors[sector].colour, "stroke-width": thick,
      "stroke-dasharray": `${Math.max(0, share * length - gap)} ${length}`, transform: `rotate(${turn * 360 - 90})` }));
    turn += share;
  }
  const size = Math.max(11, Math.min(15, radius * 0.75));
  parts.push(draw("text", { "text-anchor": "middle", "dominant-baseline": "central", "font-size": size, "font-weight": 700, fill: colours.ink }, String(n)));
  return parts;
}

function ringNode(view, ring) {
  const { colours } = view.data, sign = draw("g"), group = answers(draw("g"), view, "place", ring), lead = draw("g");
  group.append(sign);
  if (ring.anchor) group.append(words(colours, ring.size, 600, { x: ring.tx, y: ring.ty, "text-anchor": ring.anchor }, ring.name));
  if (view.data.lit?.includes(ring.key)) group.append(draw("circle", { class: "lit", r: ring.r + 4, fill: "none", stroke: colours.accent, "stroke-width": 3 }));
  const show = (n, shares) => {
    group.setAttribute("visibility", n ? "visible" : "hidden");
    lead.setAttribute("visibility", n ? "visible" : "hidden");
    if (n) sign.replaceChildren(...ringParts(ring, view.data, n === ring.n ? ring.r : Math.max(8, ring.r * Math.sqrt(n / ring.n)), n, shares));
  };
  show(ring.n, ring.shares);
  return { key: ring.key, ring, group, lead, show };
}

// From a mark that does not cover its true place a line leads to it, a dot.
function leader(node, x, y, dx, dy, radius, colours) {
  node.replaceChildren();
  if (Math.hypot(dx, dy) < radius) return;
  const ends = { x1: x, y1: y, x2: x + dx, y2: y + dy };
  node.append(draw("line", { ...ends, stroke: colours.paper, "stroke-width": 3.4 }), draw("line", { ...ends, stroke: colours.ink, "stroke-width": 1.3 }),
    draw("circle", { cx: x, cy: y, r: 3, fill: colours.ink, stroke: colours.paper }));
}

let lines = 0; // paths of labels need names of their own

function lineNode(view, line) {
  const { colours } = view.data, [x0, y0, bx, by, x1, y1] = line.points;
  const d = `M${x0},${y0} Q${bx},${by} ${x1},${y1}`, colour = colours[line.tone], id = `way-${(lines += 1)}`;
  const group = answers(draw("g", { class: "line" }), view, line.kind === "to" ? "to" : "journey", line);
  const [hx, hy, turn] = line.head, size = 1 + line.width / 8, number = draw("tspan", { fill: colours.accent, "font-weight": 700 });
  const stroke = draw("path", { class: "stroke", d, fill: "none", stroke: colour, "stroke-width": line.width, "stroke-linecap": "round" });
  const text = draw("textPath", { href: `#${id}`, startOffset: "50%", "text-anchor": "middle" }, ...(line.kind === "to" ? [] : [line.text, line.text ? " \u2002" : "", number]));
  if (line.kind === "to") text.append(line.text);
  group.append(draw("path", { class: "hit", d }), stroke,
    draw("path", { d: "M-7,-6 L8,0 L-7,6 Z", fill: colour, transform: `translate(${hx} ${hy}) rotate(${turn}) scale(${size.toFixed(2)})` }),
    draw("path", { id, d, fill: "none" }), words(colours, 13, 600, { dy: -9 - line.width / 2, "dominant-baseline": "auto" }, text));
  const show = (n) => {
    group.setAttribute("visibility", n ? "visible" : "hidden");
    number.textContent = String(n);
    if (n !== line.n) stroke.setAttribute("stroke-width", Math.min(9, 1.2 + 0.9 * Math.sqrt(n)));
    else stroke.setAttribute("stroke-width", line.width);
  };
  show(line.n);
  return { key: line.key, kind: line.kind, group, show };
}

// An area on the far map of a small screen: a point, and the names of its places with their numbers.
function nodeOf(view, node) {
  const { colours } = view.data, group = draw("g");
  group.append(draw("circle", { cx: node.x, cy: node.y, r: 5, fill: colours.ink, stroke: colours.paper, "stroke-width": 1.5 }));
  const shown = node.names.map((name, at) => {
    const number = draw("tspan", { fill: colours.quiet, "font-weight": 400 }, ` ${name.n}`);
    const row = answers(draw("g"), view, "place", name);
    row.append(words(colours, 13, 600, { x: node.tx, y: node.ty + at * 17, "text-anchor": "middle" }, name.name, number));
    group.append(row);
    return { key: name.key, show: (n) => { row.setAttribute("visibility", n ? "visible" : "hidden"); number.textContent = ` ${n}`; } };
  });
  return { group, shown };
}

function siteNode(view, site) {
  const { colours, sectors } = view.data, group = answers(draw("g"), view, "site", site), radius = site.n ? Math.min(9, 5 + Math.sqrt(site.n)) : 4.5;
  const colour = sectors[site.sector]?.colour ?? colours.quiet;
  const doubt = draw("circle", { fill: "none", stroke: colours.quiet, "pointer-events": "none", "stroke-dasharray": site.rough ? "3 3" : "none" });
  const name = words(colours, 12.5, 400, {}, site.name);
  group.append(draw("circle", { r: radius, class: "mark", fill: site.n ? colour : colours.paper, stroke: site.n ? colours.paper : colour, "stroke-width": site.n ? 1.2 : 2 }), name);
  return { site, group, doubt, name, radius, lead: draw("g") };
}
