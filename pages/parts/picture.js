// Saves the figure of the dialog as it is drawn, with the letters that it is set in, so that it looks the same on every machine.
const SVG = "http://www.w3.org/2000/svg";
const FAMILY = "Source Sans";

export default function ({ parentElement, data }) {
  reachable(parentElement);
  const status = parentElement.querySelector("[role=status]");
  for (const button of parentElement.querySelectorAll("button")) {
    button.onclick = async () => {
      const kind = button.dataset.kind;
      try {
        const blob = kind === "svg" ? await asSvg() : await asPng(data.scale);
        save(blob, `${data.name}.${kind}`);
        status.textContent = `Saved as ${data.name}.${kind}`;
      } catch (error) {
        status.textContent = "The picture could not be made in this browser.";
      }
    };
  }
}

// Where the figure is wider than the screen it scrolls, and does so for the keyboard too.
function reachable(parentElement) {
  const box = document.querySelector(".st-key-picture-paper");
  if (box) box.tabIndex = 0;
  else if (parentElement.isConnected) requestAnimationFrame(() => reachable(parentElement));
}

function drawn() {
  const chart = document.querySelector(".st-key-picture-paper .js-plotly-plot");
  if (!chart) throw new Error("no figure is drawn yet");
  return [...chart.querySelectorAll(".main-svg")];
}

// A figure that was just drawn may still be laid out anew: shapes go and come again.
async function settled() {
  for (let before = "", now = ""; ; before = now) {
    now = drawn().map((layer) => layer.outerHTML.length).join();
    if (now === before) return drawn();
    await new Promise((done) => setTimeout(done, 150));
  }
}

async function picture() {
  const layers = await settled();
  const [width, height] = ["width", "height"].map((side) => Number(layers[0].getAttribute(side)));
  const root = document.createElementNS(SVG, "svg");
  root.setAttribute("width", width);
  root.setAttribute("height", height);
  root.setAttribute("viewBox", `0 0 ${width} ${height}`);
  const style = document.createElementNS(SVG, "style");
  style.textContent = await letters();
  const paper = document.createElementNS(SVG, "rect");
  paper.setAttribute("width", width);
  paper.setAttribute("height", height);
  paper.setAttribute("fill", "#FFFFFF");
  root.append(style, paper, ...layers.flatMap((layer) => [...layer.cloneNode(true).childNodes]));
  root.querySelectorAll(".draglayer, .hoverlayer, .js-link-to-tool, .js-spikelines").forEach((part) => part.remove());
  for (const text of root.querySelectorAll("text")) ["data-unformatted", "data-math"].forEach((name) => text.removeAttribute(name));
  return { text: new XMLSerializer().serializeToString(root), width, height };
}

// The page's own letters as part of the picture; without them, or where they cannot be read, the next family of the list is taken.
async function letters() {
  for (const sheet of document.styleSheets) {
    let rules;
    try { rules = [...sheet.cssRules]; } catch { continue; }
    for (const rule of rules) {
      const said = rule instanceof CSSFontFaceRule && rule.style;
      if (!said || said.fontFamily.replace(/["']/g, "") !== FAMILY || said.fontStyle === "italic") continue;
      const named = said.src?.match(/url\(["']?([^"')]+)/)?.[1];
      if (!named) continue;
      const address = new URL(named, sheet.href ?? document.baseURI);
      if (address.origin !== location.origin) continue;
      const answer = await fetch(address);
      if (answer.ok) return `@font-face{font-family:"${FAMILY}";font-weight:100 900;src:url(${await asData(await answer.blob())})}`;
    }
  }
  return "";
}

function asData(blob) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.onerror = failed;
    reader.readAsDataURL(blob);
  });
}

async function asSvg() {
  return new Blob([(await picture()).text], { type: "image/svg+xml" });
}

async function asPng(scale) {
  const { text, width, height } = await picture();
  const image = new Image();
  image.src = await asData(new Blob([text], { type: "image/svg+xml" }));
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width * scale, height * scale];
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("too large"))), "image/png"));
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
