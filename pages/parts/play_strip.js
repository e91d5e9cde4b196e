// The strip of years below the map: a lane a sector, a column a year, a dot an event; the years that are not yet played stay blank.
const STRIP = { wide: { width: 1100, left: 110, dot: 3.6, row: 9.4, across: 3 }, narrow: { width: 336, left: 12, dot: 2.2, row: 5.8, across: 1 } };

function stripOf(data, narrow, go) {
  const how = STRIP[narrow ? "narrow" : "wide"];
  const lanes = lanesOf(data, how, narrow);
  const height = lanes.reduce((sum, lane) => sum + lane.height, 0) + 24;
  const svg = draw("svg", { viewBox: `0 0 ${how.width} ${height}`, role: "img", "aria-label": `Timeline. ${data.alt}` });
  const column = (how.width - how.left - 8) / data.steps.length;
  const band = draw("rect", { y: 0, width: column, height, fill: "var(--st-primary-color)", "fill-opacity": 0.16 });
  svg.append(band);
  const dots = data.events.map(() => null);
  let top = 0;
  for (const lane of lanes) {
    svg.append(draw("line", { x1: 0, x2: how.width, y1: top, y2: top, stroke: "var(--st-border-color)" }));
    svg.append(draw("text", { x: 0, y: top + 12, "font-size": 12 }, lane.name));
    placeDots(svg, lane, top, column, how, data, dots);
    top += lane.height;
  }
  years(svg, data, column, how, top, narrow);
  svg.onclick = (click) => {
    const box = svg.getBoundingClientRect();
    const at = Math.floor((((click.clientX - box.left) / box.width) * how.width - how.left) / column);
    if (at >= 0 && at < data.steps.length) go(at);
  };
  return { svg, show: (at) => {
    band.setAttribute("x", how.left + at * column);
    data.events.forEach((event, place) => dots[place].setAttribute("visibility", event.step <= at ? "visible" : "hidden"));
  } };
}

// Each sector's events by step, and how tall its lane must be for the fullest of them.
function lanesOf(data, how, narrow) {
  const names = [...data.sectors, { key: "", name: "No sector" }];
  return names.map(({ key, name }) => {
    const places = data.events.map((event, place) => place).filter((place) => data.events[place].sector === key);
    const most = Math.max(0, ...data.steps.map((_, step) => places.filter((place) => data.events[place].step === step).length));
    const least = narrow ? 18 : 14;
    return { name, places, height: Math.max(least, Math.ceil(most / how.across) * how.row + 6) + (narrow ? 12 : 0), top: narrow ? 12 : 0 };
  }).filter((lane) => lane.places.length);
}

function placeDots(svg, lane, top, column, how, data, dots) {
  const filled = new Map();
  for (const place of lane.places) {
    const event = data.events[place], nth = filled.get(event.step) ?? 0;
    filled.set(event.step, nth + 1);
    const x = how.left + event.step * column + column / 2 + ((nth % how.across) - (how.across - 1) / 2) * (2 * how.dot + 2);
    const y = top + lane.top + 3 + how.row / 2 + Math.floor(nth / how.across) * how.row;
    const dot = sign(event, data.colours[event.sector], x, y, how.dot);
    dot.append(draw("title", {}, `${event.title} (${event.said})`));
    dots[place] = dot;
    svg.append(dot);
  }
}

function years(svg, data, column, how, top, narrow) {
  svg.append(draw("line", { x1: 0, x2: how.width, y1: top, y2: top, stroke: "var(--st-border-color)" }));
  const every = Math.ceil((narrow ? 44 : 38) / column);
  data.steps.forEach(({ short }, at) => {
    if (at && (at < every || (data.steps.length - 1 - at) % every)) return; // the first and the last always
    svg.append(draw("text", { x: how.left + (at + 0.5) * column, y: top + 16, "text-anchor": "middle", "font-size": 12 }, short));
  });
}
