// The drawing: names as buttons over lines, moved by keys, zoomed, lit up around what is chosen.

import { h, s, said } from "./dom.js";
import { neighbour } from "./keys.js";
import { DASHES, course, family, head, isHollow, nearest } from "./lines.js";
import { go } from "./state.js";
import { t } from "./strings.js";

export const WIDTH = 152;
export const COLUMN = 222;
export const ROW = 27;
export const MARGIN = 14;
export const TOP = 46;
const BOX = 22;
const ZOOMS = [0.3, 2.5];

/**
 * @typedef {{thing: import("./graph.js").Thing, x: number, y: number,
 *   toggle?: {open: boolean, count: number, side: number, press: () => void}}} Spot
 * @typedef {{width: number, height: number, spots: Spot[], lines: import("./lines.js").Line[],
 *   heads: {x: number, text: string, count: number}[],
 *   notes: {y: number, text: string, more: string, tiers: {x: number, text: string}[]}[]}} Scene
 */

export function stage() {
  const sheet = h("div", { class: "sheet" });
  const sizer = h("div", { class: "sizer" }, sheet);
  const view = h("div", { class: "scroller", tabindex: "-1", role: "group" }, sizer);
  const self = { view, scene: null, spots: new Map(), marks: new Map(), scale: 1, fitted: true, paper: false };
  view.addEventListener("click", (event) => clicked(self, sheet, event));
  view.addEventListener("pointermove", (event) => hovered(self, sheet, event));
  view.addEventListener("keydown", (event) => {
    const next = neighbour(self.spots, event);
    if (!next) return;
    event.preventDefault();
    focusable(self, next);
    next.element.focus({ preventScroll: true });
    next.element.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
  view.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoom(self, self.scale * (event.deltaY < 0 ? 1.1 : 1 / 1.1));
  }, { passive: false });
  new ResizeObserver(() => self.fitted && fit(self)).observe(view);
  return Object.assign(self, {
    show: (scene) => show(self, sheet, scene),
    light: (thing, edge) => light(self, sheet, thing, edge),
    zoom: (factor) => zoom(self, self.scale * factor),
    fit: () => fit(self),
    onPaper: (width) => onPaper(self, sheet, width),
    onScreen: () => onScreen(self, sheet),
  });
}

function show(self, sheet, scene) {
  const held = self.view.contains(document.activeElement) ? document.activeElement.dataset.id : null;
  self.scene = scene;
  self.view.setAttribute("aria-label", t("graph"));
  self.spots = new Map();
  self.marks = new Map();
  const size = { width: scene.width, height: scene.height, "aria-hidden": "true" };
  self.lines = s("svg", { ...size, class: "lines" }, scene.lines.map((line) => mark(self, line)));
  // What is lit has a sheet of its own: the others dim all at once, however many they are.
  self.litLines = s("svg", { ...size, class: "lines lit" });
  self.lit = [];
  const names = scene.spots.map((spot) => button(self, spot));
  sheet.replaceChildren(self.lines, self.litLines, h("div", { class: "columns" }, scene.heads.map(columnHead)), ...scene.notes.flatMap(note), ...names.flat());
  sheet.style.width = `${scene.width}px`;
  sheet.style.height = `${scene.height}px`;
  if (self.fitted) fit(self);
  else zoom(self, self.scale);
  const first = (held && self.spots.get(held)) ?? self.spots.values().next().value;
  first?.element.setAttribute("tabindex", "0");
  if (held) first?.element.focus({ preventScroll: true });
}

function mark(self, line) {
  const { relation, modality } = line.edge;
  const name = `line f-${family(relation)} m-${modality}`;
  const path = s("path", { class: name, d: course(line.points), "stroke-dasharray": DASHES[modality] || null });
  const end = s("path", {
    class: `head f-${family(relation)}${isHollow(modality) ? " hollow" : ""}`, d: head(line.points, modality),
  });
  self.marks.set(line.edge, [path, end]);
  return [path, end];
}

function button(self, spot) {
  const { thing, toggle } = spot;
  const element = h("button", {
    type: "button", class: `spot c-${thing.cls}`, tabindex: "-1", title: [thing.name, ...thing.names].join("\n"),
    data: { id: thing.id },
  }, said(thing.name));
  place(element, spot.x, spot.y);
  self.spots.set(thing.id, { ...spot, element });
  if (!toggle) return [element];
  const text = toggle.open ? t("fold", thing.name) : t("expand", thing.name, toggle.count);
  const opener = h("button", {
    type: "button", class: "toggle", title: text, "aria-label": text, "aria-expanded": String(toggle.open),
    onclick: toggle.press,
  }, toggle.open ? "−" : `+${toggle.count}`);
  place(opener, toggle.side < 0 ? spot.x - 30 : spot.x + WIDTH + 4, spot.y);
  return [element, opener];
}

function place(element, x, y) {
  element.style.left = `${x}px`;
  element.style.top = `${y - BOX / 2}px`;
}

function columnHead({ x, text, count }) {
  const element = h("div", { class: "column" }, said(text), " ", h("small", {}, count));
  element.style.left = `${x}px`;
  return element;
}

function note({ y, text, more, tiers }) {
  const element = h("div", { class: "note" }, h("strong", {}, said(text)), " ", h("small", {}, more));
  const named = tiers.map((tier) => {
    const title = h("div", { class: "tier" }, said(tier.text));
    title.style.left = `${tier.x}px`;
    title.style.top = `${y + 24}px`;
    return title;
  });
  element.style.top = `${y}px`;
  return [element, ...named];
}

function zoom(self, scale) {
  self.fitted = false;
  resize(self, Math.min(ZOOMS[1], Math.max(ZOOMS[0], scale)));
}

function fit(self) {
  self.fitted = true;
  if (!self.scene || self.paper) return;
  const room = self.view.clientWidth / self.scene.width;
  // Names that cannot be read are no use: a narrow screen scrolls.
  resize(self, Math.min(1.15, Math.max(0.8, room)));
}

function resize(self, scale) {
  self.scale = scale;
  const sizer = self.view.firstChild;
  sizer.firstChild.style.transform = `scale(${scale})`;
  if (!self.scene) return;
  sizer.style.width = `${self.scene.width * scale}px`;
  sizer.style.height = `${self.scene.height * scale}px`;
}

// Pages break where layout says, and a transform comes after layout: on paper the layout itself
// is made smaller.
function onPaper(self, sheet, width) {
  if (!self.scene) return;
  self.paper = true;
  const scale = Math.min(1, width / self.scene.width);
  sheet.style.transform = "none";
  sheet.style.zoom = scale;
  sheet.parentNode.style.width = `${self.scene.width * scale}px`;
  sheet.parentNode.style.height = `${self.scene.height * scale}px`;
}

function onScreen(self, sheet) {
  self.paper = false;
  sheet.style.zoom = "";
  resize(self, self.scale);
}

function light(self, sheet, thing, edge) {
  const lit = new Set();
  const edges = new Set();
  if (edge) edges.add(edge);
  else if (thing) for (const one of thing.edges) edges.add(one);
  for (const one of edges) lit.add(one.from).add(one.to);
  if (thing) lit.add(thing);
  // What is not in the drawing leaves it as it is.
  sheet.classList.toggle("chosen", edge ? self.marks.has(edge) : self.spots.has(thing?.id));
  for (const spot of self.spots.values()) {
    spot.element.classList.toggle("near", lit.has(spot.thing));
    spot.element.classList.toggle("on", !edge && spot.thing === thing);
    if (spot.thing === thing && !edge) spot.element.setAttribute("aria-current", "true");
    else spot.element.removeAttribute("aria-current");
  }
  self.lines.append(...self.lit);
  self.lit = [...edges].flatMap((one) => self.marks.get(one) ?? []);
  self.litLines.append(...self.lit);
  reveal(self, thing ?? edge?.from);
}

function reveal(self, thing) {
  const spot = thing && self.spots.get(thing.id);
  if (!spot) return;
  focusable(self, spot);
  const [x, y] = [spot.x * self.scale, spot.y * self.scale];
  const { scrollLeft, scrollTop, clientWidth, clientHeight } = self.view;
  const inside = x >= scrollLeft && x + WIDTH <= scrollLeft + clientWidth
    && y >= scrollTop + TOP && y <= scrollTop + clientHeight - ROW;
  if (!inside) self.view.scrollTo(Math.max(0, x - clientWidth / 3), Math.max(0, y - clientHeight / 2));
}

function at(sheet, self, event) {
  const box = sheet.getBoundingClientRect();
  return [(event.clientX - box.left) / self.scale, (event.clientY - box.top) / self.scale];
}

function clicked(self, sheet, event) {
  const button_ = event.target.closest("button");
  if (button_?.dataset.id) return go({ node: button_.dataset.id, edge: "", cell: "" });
  if (button_ || !self.scene) return undefined;
  const line = nearest(self.scene.lines, ...at(sheet, self, event));
  return go(line ? { edge: line.edge.id, cell: "" } : { edge: "", node: "", cell: "" });
}

function hovered(self, sheet, event) {
  const over = event.target.closest("button") || !self.scene ? null
    : nearest(self.scene.lines, ...at(sheet, self, event));
  if (self.over === over) return;
  for (const [line, on] of [[self.over, false], [over, true]]) {
    for (const path of (line && self.marks.get(line.edge)) ?? []) path.classList.toggle("over", on);
  }
  self.over = over;
  self.view.classList.toggle("pointing", Boolean(over));
}

function focusable(self, spot) {
  for (const one of self.spots.values()) {
    if (one.element.tabIndex === 0) one.element.setAttribute("tabindex", "-1");
  }
  spot.element.setAttribute("tabindex", "0");
}
