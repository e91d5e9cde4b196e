// Plays the years in the reader's browser: all was sent before, no step asks the server for anything. Nothing moves before Play is pressed.
const STEP_MS = 1500;
const KEPT = new WeakMap(); // the player of each place on a page, for when the page is run again

export default function ({ parentElement, data: written, setTriggerValue }) {
  const data = JSON.parse(new TextDecoder().decode(written));
  const root = parentElement.querySelector(".play");
  const old = KEPT.get(root);
  if (old?.data.key === data.key) {
    old.open = (id) => setTriggerValue("event", id);
    return;
  }
  if (old) {
    pause(old);
    old.sizes.disconnect();
  }
  const player = { root, data, at: data.steps.length - 1, timer: 0, open: (id) => setTriggerValue("event", id) };
  KEPT.set(root, player);
  wire(player);
  layOut(player);
  player.sizes = new ResizeObserver(() => layOut(player));
  player.sizes.observe(root);
}

const part = (player, name) => player.root.querySelector(name);

function wire(player) {
  const less = matchMedia("(prefers-reduced-motion: reduce)");
  calm(player, less.matches);
  less.onchange = () => calm(player, less.matches);
  part(player, ".run").onclick = () => (player.timer ? pause(player) : play(player));
  part(player, ".back").onclick = () => { pause(player); show(player, player.at - 1); };
  part(player, ".on").onclick = () => { pause(player); show(player, player.at + 1); };
  const slider = part(player, "input");
  slider.max = player.data.steps.length - 1;
  slider.oninput = () => { pause(player); show(player, Number(slider.value)); };
  signs(player);
}

// For who prefers less motion there is no Play, and what plays stops.
function calm(player, less) {
  for (const name of [".run", ".speed"]) part(player, name).style.display = less ? "none" : "";
  part(player, ".calm").hidden = !less;
  if (less) pause(player);
}

// Draws map and strip for the width that there is; only a change between wide and narrow draws them anew.
function layOut(player) {
  if (KEPT.get(player.root) !== player) return;
  const wide = player.root.clientWidth;
  if (!wide) return;
  const narrow = wide < 640;
  if (player.narrow !== narrow) {
    player.narrow = narrow;
    player.map = mapOf(player.data[narrow ? "narrow" : "wide"], player.data);
    player.strip = stripOf(player.data, narrow, (at) => { pause(player); show(player, at); });
    part(player, ".stage").replaceChildren(player.map.svg);
    part(player, ".strip").replaceChildren(player.strip.svg);
    show(player, player.at);
  }
  part(player, ".now").style.setProperty("--tall", `${Math.max(240, player.map.svg.clientHeight)}px`);
}

function play(player) {
  const last = player.data.steps.length - 1;
  if (player.at >= last) show(player, 0);
  part(player, ".run").textContent = "Pause";
  const next = () => {
    player.timer = setTimeout(() => {
      if (!player.root.isConnected || player.at >= last) return pause(player);
      show(player, player.at + 1);
      if (player.at >= last) return pause(player);
      next();
    }, STEP_MS / Number(part(player, "select").value));
  };
  next();
}

function pause(player) {
  clearTimeout(player.timer);
  player.timer = 0;
  part(player, ".run").textContent = "Play";
}

function show(player, at) {
  const { data } = player, last = data.steps.length - 1;
  player.at = Math.max(0, Math.min(last, at));
  const now = data.events.filter((event) => event.step === player.at);
  const seen = data.events.filter((event) => event.step <= player.at);
  const { name } = data.steps[player.at];
  player.map.show(seen, now);
  player.strip.show(player.at);
  part(player, ".year").textContent = name;
  part(player, ".year").classList.toggle("long", name.length > 5);
  part(player, ".count").textContent = `${counted(now)}, ${seen.length} so far`;
  part(player, ".spoken").textContent = `${name}: ${counted(now)}, ${seen.length} so far`;
  const slider = part(player, "input");
  slider.value = player.at;
  slider.setAttribute("aria-valuetext", name);
  part(player, ".back").disabled = player.at === 0;
  part(player, ".on").disabled = player.at === last;
  list(player, name, now);
}

const counted = (some) => {
  const other = some.filter((event) => event.status !== "held").length;
  return events(some.length) + (other ? ` (${other} announced or called off)` : "");
};

const events = (number) => `${number || "no"} event${number === 1 ? "" : "s"}`;

function list(player, name, now) {
  part(player, ".now h3").textContent = `${name}: ${counted(now)}`;
  part(player, ".now ul").replaceChildren(...now.map((event) => item(player, event)));
  part(player, ".now").scrollTop = 0;
}

function item(player, event) {
  const row = document.createElement("li"), link = document.createElement("a"), said = document.createElement("small");
  const address = new URL(location.href);
  address.searchParams.set("event", event.id);
  link.href = address.href;
  link.textContent = event.title;
  link.onclick = (click) => {
    if (click.ctrlKey || click.metaKey || click.shiftKey) return;
    click.preventDefault();
    pause(player);
    player.open(event.id);
  };
  const drawn = picture(event, player.data.colours[event.sector]);
  const doubt = event.doubtful ? ["may be a later year"] : [], context = event.context ? ["context"] : [];
  const lost = player.data.wide.cities.some((city) => event.cities.includes(city.key)) ? [] : ["not on the map"];
  said.textContent = [event.said, ...doubt, ...context, ...lost].join(" · ");
  row.append(drawn, link, said);
  return row;
}

function picture(event, colour) {
  const svg = draw("svg", { width: 14, height: 14, viewBox: "0 0 14 14", "aria-hidden": "true" });
  svg.append(sign(event, colour, 7, 7, 5));
  return svg;
}

// How to read the signs: only those that these events need.
function signs(player) {
  const { data } = player, plain = { status: "held", doubtful: false, context: false }, ink = "var(--st-text-color)";
  const kinds = [
    [{ status: "planned" }, "only announced", (event) => event.status === "planned"],
    [{ status: "cancelled" }, "called off", (event) => event.status === "cancelled"],
    [{ doubtful: true }, "may be a later year", (event) => event.doubtful],
    [{ context: true }, "square: context, of no relationship", (event) => event.context],
  ].filter(([, , fits]) => data.events.some(fits)).map(([how, words]) => [picture({ ...plain, ...how }, ink), words]);
  const sectors = data.sectors.map(({ key, name }) => [picture(plain, data.colours[key]), name]);
  part(player, ".signs").replaceChildren(...[...kinds, ...sectors].map(([drawn, words]) => {
    const row = document.createElement("li");
    row.append(drawn, words);
    return row;
  }));
}
