// The map of the player: ground, journeys and cities, drawn once; a step only changes what they show.
const SVG = "http://www.w3.org/2000/svg";

function draw(name, attributes = {}, text = "") {
  const found = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) found.setAttribute(key, value);
  if (text) found.textContent = text;
  return found;
}

// The sign of an event: filled where held, outlined where only announced, dashed where its year is doubtful, crossed where called off.
function sign(event, colour, x, y, radius) {
  const open = event.status !== "held" || event.doubtful;
  const shape = draw(event.context ? "rect" : "circle", event.context
    ? { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius }
    : { cx: x, cy: y, r: radius });
  shape.setAttribute("fill", open ? "var(--st-background-color)" : colour);
  shape.setAttribute("stroke", colour);
  shape.setAttribute("stroke-width", open ? 1.8 : 1);
  if (event.doubtful) shape.setAttribute("stroke-dasharray", "2.2 1.6");
  const group = draw("g");
  group.append(shape);
  if (event.status === "cancelled") {
    const far = radius * 0.8;
    group.append(draw("path", { d: `M${x - far},${y - far} L${x + far},${y + far} M${x + far},${y - far} L${x - far},${y + far}`, stroke: colour, "stroke-width": 1.6 }));
  }
  return group;
}

// How large a city is drawn: as on the flat map.
function sizeOf(events, slim) {
  return slim * Math.min(30, 7 + 2.1 * Math.sqrt(events));
}

function mapOf(stage, data) {
  const svg = draw("svg", { viewBox: `0 0 ${stage.width} ${stage.height}`, role: "img", "aria-label": `Map. ${data.alt}` });
  const ground = draw("g");
  svg.append(draw("rect", { width: stage.width, height: stage.height, fill: stage.colours.sea }), ground);
  drawGround(ground, stage);
  const ways = stage.ways.map((way) => ({ way, node: wayNode(svg, way) }));
  const leads = stage.cities.map((city) => leadNode(svg, city)); // below every city
  const cities = stage.cities.map((city, place) => ({ city, node: { ...cityNode(svg, city), lead: leads[place] } }));
  const slim = stage.width < 600 ? 0.7 : 1;
  return { svg, show: (seen, now) => {
    for (const { way, node } of ways) showWay(way, node, seen, now);
    for (const { city, node } of cities) showCity(city, node, seen, now, data, slim);
  } };
}

// Land and borders of the world, which the browser fetches once and keeps.
async function drawGround(group, stage) {
  const answer = await fetch(stage.ground);
  const { features } = await answer.json();
  for (const { properties: { kind }, geometry: { coordinates } } of features) {
    if (!stage.colours[kind]) continue;
    group.append(draw("path", kind === "land"
      ? { d: coordinates.flat().map((ring) => `${path(ring, stage)}Z`).join(""), fill: stage.colours.land, "fill-rule": "evenodd" }
      : { d: coordinates.map((line) => path(line, stage)).join(""), fill: "none", stroke: stage.colours[kind], "stroke-opacity": 0.5, "stroke-width": 1 }));
  }
}

// Points in degrees as a path of pixels, in Web Mercator as the map's.
function path(points, { zero, scale }) {
  return "M" + points.map(([longitude, latitude]) => {
    const north = Math.asinh(Math.tan(latitude * Math.PI / 180)) / 2 / Math.PI;
    return `${(zero[0] + longitude / 360 * scale).toFixed(1)},${(zero[1] - north * scale).toFixed(1)}`;
  }).join("L");
}

function wayNode(svg, way) {
  const group = draw("g", { visibility: "hidden" });
  const line = draw("path", { d: way.path, fill: "none", stroke: "var(--st-primary-color)" });
  group.append(line, draw("title", {}, way.name));
  if (way.head) {
    const { x, y, turn } = way.head;
    group.append(draw("path", { d: "M-6,-5.5 L7,0 L-6,5.5 L-3,0 Z", transform: `translate(${x} ${y}) rotate(${turn})`, fill: "var(--st-primary-color)" }));
  }
  svg.append(group);
  return { group, line };
}

function showWay(way, { group, line }, seen, now) {
  const some = seen.filter((event) => event.ways.includes(way.key));
  group.setAttribute("visibility", some.length ? "visible" : "hidden");
  group.setAttribute("opacity", now.some((event) => event.ways.includes(way.key)) ? 1 : 0.4);
  line.setAttribute("stroke-width", 1 + 0.9 * Math.sqrt(some.length));
  line.setAttribute("stroke-dasharray", some.every((event) => event.status === "planned") ? "5 4" : "none");
}

// The line from a city that was moved aside to its true place, a dot; empty for the others.
function leadNode(svg, city) {
  const lead = draw("g", { visibility: "hidden" });
  if (Math.hypot(city.x - city.px, city.y - city.py) > 4) {
    const ends = { x1: city.px, y1: city.py, x2: city.x, y2: city.y, "stroke-linecap": "round" };
    lead.append(draw("line", { ...ends, stroke: "var(--st-background-color)", "stroke-width": 3.6 }));
    lead.append(draw("line", { ...ends, stroke: "var(--st-text-color)", "stroke-width": 1.6 }));
    lead.append(draw("circle", { cx: city.px, cy: city.py, r: 3, fill: "var(--st-text-color)", stroke: "var(--st-background-color)" }));
  }
  svg.append(lead);
  return lead;
}

function cityNode(svg, city) {
  const group = draw("g", { visibility: "hidden" });
  const ring = draw("g");
  group.append(ring);
  if (city.anchor) {
    group.append(draw("text", { x: city.tx, y: city.ty, "text-anchor": city.anchor, "dominant-baseline": "central", "font-size": 15, "font-weight": 600,
      "paint-order": "stroke", stroke: "var(--st-background-color)", "stroke-width": 5, "stroke-linejoin": "round" }, city.name));
  }
  svg.append(group);
  return { group, ring };
}

function showCity(city, { group, ring, lead }, seen, now, data, slim) {
  const some = seen.filter((event) => event.cities.includes(city.key));
  for (const node of [group, lead]) node.setAttribute("visibility", some.length ? "visible" : "hidden");
  if (!some.length) return;
  const radius = sizeOf(some.length, slim), thick = Math.max(2.5, radius * 0.28);
  const parts = [draw("circle", { cx: city.x, cy: city.y, r: radius, fill: "var(--st-background-color)" })];
  const length = 2 * Math.PI * (radius - thick / 2);
  let turn = 0;
  for (const { key } of [...data.sectors, { key: "" }]) {
    const share = some.filter((event) => event.sector === key).length / some.length;
    if (!share) continue;
    parts.push(draw("circle", { cx: city.x, cy: city.y, r: radius - thick / 2, fill: "none", stroke: data.colours[key], "stroke-width": thick,
      "stroke-dasharray": `${share * length} ${length}`, transform: `rotate(${turn * 360 - 90} ${city.x} ${city.y})` }));
    turn += share;
  }
  if (now.some((event) => event.cities.includes(city.key))) {
    parts.push(draw("circle", { cx: city.x, cy: city.y, r: radius + 2, fill: "none", stroke: "var(--st-primary-color)", "stroke-width": 2 }));
  }
  const size = Math.min(13, Math.max(8, radius * 0.95));
  parts.push(draw("text", { x: city.x, y: city.y, "text-anchor": "middle", "dominant-baseline": "central", "font-size": size, "font-weight": 600 }, String(some.length)));
  ring.replaceChildren(...parts);
}
