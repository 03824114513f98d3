// Figures of one thing by year, one chart for each metric that can be compared; shapes tell sources.

import { h, s, said } from "./dom.js";
import { t } from "./strings.js";

const [WIDE, HIGH] = [300, 150];
const EDGE = { left: 46, right: 10, top: 10, bottom: 22 };
const SHAPES = ["circle", "square", "triangle", "diamond", "cross"];
const UNITS = [[1e12, "T"], [1e9, "B"], [1e6, "M"], [1e3, "k"]];

/** Charts and rows for figures. @param {import("./graph.js").Figure[]} figures */
export function charts(figures) {
  const groups = new Map();
  for (const figure of figures) {
    const key = JSON.stringify([figure.metric, figure.region, figure.baseUnit ?? figure.unit]);
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups.values()].map((group) => {
    const dated = group.filter((figure) => figure.year !== null);
    return dated.length > 1 ? chart(dated) : null;
  }).filter(Boolean);
}

function chart(figures) {
  const sources = [...new Set(figures.map(source))];
  const years = figures.map((figure) => figure.year);
  const ends = figures.flatMap(range);
  const [low, high] = [Math.min(0, ...ends), Math.max(...ends)];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const x = (year) => (first === last ? (EDGE.left + WIDE - EDGE.right) / 2
    : EDGE.left + 8 + ((year - first) / (last - first)) * (WIDE - EDGE.left - EDGE.right - 16));
  const y = (value) => HIGH - EDGE.bottom - ((value - low) / (high - low || 1)) * (HIGH - EDGE.top - EDGE.bottom);
  const { metric, region, baseUnit, unit } = figures[0];
  const title = [metric, region, baseUnit ?? unit].filter(Boolean).join(" · ");
  const points = figures.map((figure) => point(figure, x(figure.year), range(figure).map(y), sources.indexOf(source(figure))));
  return h("figure", { class: "chart" }, h("figcaption", {}, said(title)),
    s("svg", { viewBox: `0 0 ${WIDE} ${HIGH}`, role: "img", "aria-label": title },
      [low, (low + high) / 2, high].map((value) => [
        s("path", { class: "grid", d: `M${EDGE.left} ${y(value)}H${WIDE - EDGE.right}` }),
        s("text", { x: EDGE.left - 4, y: y(value) + 4, "text-anchor": "end" }, short(value)),
      ]),
      ticks(first, last).map((year) => s("text", { x: x(year), y: HIGH - 6, "text-anchor": "middle" }, year)),
      points),
    h("ul", { class: "sources" }, sources.map((name, at) => h("li", {},
      s("svg", { width: 14, height: 14, "aria-hidden": "true" }, shape(at, 7, 7, "point")), " ", said(name || t("unnamed"))))));
}

function source(figure) {
  return figure.sources.join("、");
}

function range(figure) {
  return [figure.base ?? figure.value].flat();
}

function ticks(first, last) {
  const step = Math.max(1, Math.ceil((last - first) / 5));
  const found = [];
  for (let year = first; year <= last; year += step) found.push(year);
  return found;
}

// What is forecast is hollow, what was reported is full; a range is a bar between two points.
function point(figure, x, ys, at) {
  const name = `point${figure.kind === "forecast" ? " forecast" : ""}`;
  const text = `${figure.period} ${written(figure)} ${source(figure)} ${t(figure.kind)}`;
  return s("g", {}, s("title", {}, text),
    ys.length > 1 ? s("path", { class: "range", d: `M${x} ${ys[0]}V${ys[1]}` }) : null,
    ys.map((y) => shape(at, x, y, name)));
}

function shape(at, x, y, name) {
  const courses = {
    circle: `M${x - 4} ${y}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z`,
    square: `M${x - 4} ${y - 4}h8v8h-8Z`,
    triangle: `M${x} ${y - 5}l5 9h-10Z`,
    diamond: `M${x} ${y - 5}l5 5l-5 5l-5 -5Z`,
    cross: `M${x - 4} ${y - 4}l8 8m0 -8l-8 8`,
  };
  return s("path", { class: `${name} s-${at % SHAPES.length}`, d: courses[SHAPES[at % SHAPES.length]] });
}

function short(value) {
  const [size, sign] = UNITS.find(([one]) => Math.abs(value) >= one) ?? [1, ""];
  return `${Number((value / size).toPrecision(3))}${sign}`;
}

/** A figure as its report writes it. */
export function written(figure) {
  const value = [figure.value].flat().map((end) => Number(end.toPrecision(12))).join("–");
  return `${figure.comparator ?? ""}${value}${figure.unit}`;
}
