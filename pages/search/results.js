// Draws the results of a search in columns; a click on one is handed on, and leads elsewhere only where the browser is asked for it.
const DRAWN = new WeakMap(); // per place on a page, what is drawn there

export default function ({ parentElement, data: bytes, setTriggerValue }) {
  const root = parentElement.querySelector(".results"), written = new TextDecoder().decode(bytes);
  root.tell = at => setTriggerValue("chosen", at);
  if (DRAWN.get(root) === written) return;
  DRAWN.set(root, written);
  const columns = JSON.parse(written);
  root.classList.toggle("alone", columns.length === 1);
  root.replaceChildren(...columns.map(groups => made("div", {}, ...groups.map(group => drawn(group, root)))));
}

function made(name, values, ...children) {
  const node = Object.assign(document.createElement(name), values);
  node.append(...children);
  return node;
}

const texts = parts => parts.map(([text, sought]) => (sought ? made("mark", { textContent: text }) : text));

function drawn(group, root) {
  const number = group.number ? [" ", made("b", { textContent: group.number })] : [];
  const head = made("header", {}, made("h3", {}, group.head, ...number), group.aside ? led(group.aside, root) : "");
  const items = group.items.map(({ ways, why }) => {
    const hits = ways.map(some => made("div", {}, ...some.map(way => led(way, root))));
    return made("li", {}, ...hits, ...why.map(line => made("p", {}, ...texts(line))));
  });
  const rest = [group.all ? led(group.all, root) : "", group.note ? made("p", { textContent: group.note }) : ""];
  return made("section", { className: group.kind }, head, made("ul", {}, ...items), ...rest);
}

// A way on: a link where it leads to a page, so that it opens beside this one where a reader wants that, else a button.
function led({ words, said, href, at }, root) {
  const behind = said ? [" ", made("small", { textContent: said })] : [];
  const node = made(href ? "a" : "button", href ? { href } : { type: "button" }, ...texts(words), ...behind);
  node.onclick = event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (!href) return root.tell(at);
    history.pushState(null, "", href); // as Streamlit goes to a page that is in the history, without loading the dashboard anew
    window.dispatchEvent(new PopStateEvent("popstate"));
  };
  return node;
}
