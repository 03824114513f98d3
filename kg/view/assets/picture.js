// The drawing as a picture that stands alone: SVG with its colours in it, and PNG made from that.

import { download, s } from "./dom.js";
import { DASHES, course, family, head, isHollow } from "./lines.js";
import { ROW, TOP, WIDTH } from "./stage.js";

const FONT = "system-ui, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";
const LARGEST = 16_000;

/** @param {import("./stage.js").Scene} scene */
function picture(scene) {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  // XML has no word for most control characters, whatever a report may hold.
  const clean = (words) => words.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "\uFFFD");
  const text = (x, y, words, props = {}) => s("text", { x, y, "font-family": FONT, "font-size": 12, fill: colour("ink"), ...props }, clean(words));
  return s("svg", {
    xmlns: "http://www.w3.org/2000/svg", width: scene.width, height: scene.height, viewBox: `0 0 ${scene.width} ${scene.height}`,
  },
  s("rect", { width: "100%", height: "100%", fill: colour("paper") }),
  s("clipPath", { id: "name" }, s("rect", { x: 0, y: -11, width: WIDTH - 16, height: 22 })),
  scene.lines.map((line) => lineOf(line, colour)),
  scene.heads.map((one) => text(one.x, TOP / 2, `${one.text} ${one.count}`, { "font-weight": "bold" })),
  scene.notes.map((one) => text(14, one.y + 4, `${one.text} ${one.more}`, { fill: colour("soft") })),
  scene.spots.map(({ thing, x, y }) => s("g", { transform: `translate(${x} ${y})` },
    s("title", {}, clean(thing.name)),
    s("rect", { y: -11, width: WIDTH, height: ROW - 5, rx: 3, fill: colour("sheet"), stroke: colour("rule") }),
    s("rect", { y: -11, width: 4, height: ROW - 5, fill: colour(`c-${thing.cls}`) || colour("soft") }),
    s("g", { transform: "translate(10 0)", "clip-path": "url(#name)" }, text(0, 4, thing.name)))));
}

function lineOf(line, colour) {
  const { relation, modality } = line.edge;
  const stroke = colour(`f-${family(relation)}`);
  return [
    s("path", { d: course(line.points), fill: "none", stroke, "stroke-width": 1.3, "stroke-opacity": 0.75, "stroke-dasharray": DASHES[modality] || null }),
    s("path", { d: head(line.points, modality), stroke, fill: isHollow(modality) ? colour("paper") : stroke }),
  ];
}

function file(scene) {
  return new Blob([new XMLSerializer().serializeToString(picture(scene))], { type: "image/svg+xml" });
}

export function saveSvg(scene, name) {
  download(`${name}.svg`, file(scene));
}

/** Twice as many pixels, as screens have today, or as many as a picture can have. */
export async function savePng(scene, name) {
  const scale = Math.min(2, LARGEST / scene.width, LARGEST / scene.height);
  const address = URL.createObjectURL(file(scene));
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [scene.width * scale, scene.height * scale];
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  canvas.toBlob((blob) => download(`${name}.png`, blob), "image/png");
}
