// Plays the years in the reader's browser: all was sent before, no step asks the server for anything. Nothing moves before Play is pressed.
const STEP_MS = 1500;

function playing(view) {
  const { play } = view.data, bar = part(view, ".play"), list = part(view, ".now");
  bar.hidden = list.hidden = !play;
  if (!play) return;
  const slider = part(view, ".play input"), calm = matchMedia("(prefers-reduced-motion: reduce)");
  slider.max = play.steps.length - 1;
  slider.setAttribute("aria-label", play.words.year);
  part(view, ".back").setAttribute("aria-label", play.words.back);
  part(view, ".on").setAttribute("aria-label", play.words.on);
  part(view, ".run").onclick = () => (view.timer ? stop(view) : run(view));
  part(view, ".back").onclick = () => { stop(view); showStep(view, view.step - 1); };
  part(view, ".on").onclick = () => { stop(view); showStep(view, view.step + 1); };
  slider.oninput = () => { stop(view); showStep(view, Number(slider.value)); };
  const still = () => { part(view, ".run").hidden = calm.matches; if (calm.matches) stop(view); };
  calm.onchange = still;
  still();
  stop(view);
  showStep(view, play.steps.length - 1);
}

function run(view) {
  const { play } = view.data, last = play.steps.length - 1;
  if (view.step >= last) showStep(view, 0);
  part(view, ".run").textContent = play.words.pause;
  view.timer = setInterval(() => {
    if (!view.root.isConnected) return stop(view);
    showStep(view, view.step + 1);
    if (view.step >= last) stop(view);
  }, STEP_MS);
}

function stop(view) {
  clearInterval(view.timer);
  view.timer = 0;
  if (view.data?.play) part(view, ".run").textContent = view.data.play.words.play;
}

function showStep(view, at) {
  const { play, sectors } = view.data, last = play.steps.length - 1;
  view.step = Math.max(0, Math.min(last, at));
  const seen = play.events.filter((event) => event.step <= view.step), now = seen.filter((event) => event.step === view.step);
  for (const { rings, lines: drawn, nodes } of view.panels) {
    for (const { key, show } of [...rings, ...nodes.flatMap(({ shown }) => shown)]) {
      const some = seen.filter(({ places }) => places.includes(key));
      const shares = sectors.map((_, sector) => [sector, some.filter((event) => event.sector === sector).length]).filter(([, number]) => number);
      show(some.length, shares.sort((one, other) => other[1] - one[1]));
    }
    for (const { key, kind, show } of drawn) show(seen.filter(({ ways, to }) => (kind === "to" ? to : ways).includes(key)).length);
  }
  const slider = part(view, ".play input"), { name, said } = play.steps[view.step];
  part(view, ".year").textContent = name;
  part(view, ".count").textContent = said;
  slider.value = view.step;
  slider.setAttribute("aria-valuetext", name);
  part(view, ".back").disabled = view.step === 0;
  part(view, ".on").disabled = view.step === last;
  part(view, ".now").replaceChildren(...now.map((event) => itemOf(view, event)));
}

function itemOf(view, event) {
  const row = document.createElement("li"), sign = document.createElement("i"), link = document.createElement("a"), said = document.createElement("small");
  const address = new URL(location.href);
  address.searchParams.set("event", event.id);
  Object.assign(link, { href: address.href, textContent: event.title });
  link.onclick = (click) => {
    if (click.ctrlKey || click.metaKey || click.shiftKey) return;
    click.preventDefault();
    stop(view);
    view.tell("chosen", ["event", event.id]);
  };
  sign.style.background = view.data.sectors[event.sector]?.colour ?? view.data.colours.quiet;
  said.textContent = event.said;
  row.append(sign, link, said);
  return row;
}
