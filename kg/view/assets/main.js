// The page: builds its parts once, then shows what the address says.

import { asides, chainScene } from "./chain.js";
import { centre, companyScene } from "./company.js";
import { h, swap } from "./dom.js";
import { filterMenu, passing } from "./filters.js";
import { graphOf, unpack } from "./graph.js";
import { cellPanel, edgePanel, overview, thingPanel } from "./panel.js";
import { savePng, saveSvg } from "./picture.js";
import { cellOf, matrix } from "./policy.js";
import { searchBox } from "./search.js";
import { stage } from "./stage.js";
import { follow, go, state } from "./state.js";
import { storeOf } from "./store.js";
import { speak, t } from "./strings.js";

const VIEWS = ["chain", "company", "policy"];
const PRINTED = 1040;

function lookedAt() {
  const { view } = state();
  return VIEWS.includes(view) ? view : "chain";
}

function languageOf() {
  return state().lang ?? (navigator.language.startsWith("zh") ? "zh" : "en");
}

function isDark() {
  const { theme } = state();
  return theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function start(graph) {
  const parts = {
    graph, drawing: stage(), table: h("div", { class: "table" }), panel: h("aside", { tabindex: "-1" }),
    note: h("p", { class: "status", role: "status" }), busy: h("p", { class: "busy", role: "status" }),
    title: h("h1", {}), nav: h("nav", {}), tools: h("div", { class: "tools" }), zooms: h("div", { class: "zooms" }),
  };
  const store = storeOf(graph, (key, ...values) => swap(parts.busy, key && document.createTextNode(t(key, ...values))));
  parts.expand = store.around;
  parts.search = searchBox(graph, (thing) => choose(parts, store, thing), store.search);
  parts.filters = filterMenu(graph);
  const header = h("header", {}, parts.title, parts.nav, parts.search.box, parts.filters.menu, parts.tools);
  const main = h("main", {}, parts.note, parts.busy, parts.drawing.view, parts.table, parts.zooms);
  document.body.replaceChildren(header, main, parts.panel);
  follow(() => update(parts));
  listen(parts);
}

async function choose(parts, store, thing) {
  await store.around(thing);
  const view = thing.column === null && lookedAt() === "chain" ? "company" : state().view ?? "";
  go({ node: thing.id, edge: "", cell: "", view, at: view === "company" ? thing.id : state().at ?? "", open: "" });
  parts.panel.focus();
}

function listen(parts) {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") go({ edge: "", cell: "", node: state().edge ? state().node ?? "" : "" });
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => update(parts));
  addEventListener("beforeprint", () => {
    document.documentElement.dataset.theme = "light";
    parts.drawing.onPaper(PRINTED);
  });
  addEventListener("afterprint", () => {
    parts.drawing.onScreen();
    update(parts);
  });
}

function update(parts) {
  const { graph } = parts;
  const now = state();
  speak(languageOf());
  document.documentElement.dataset.theme = isDark() ? "dark" : "light";
  const pass = passing();
  frame(parts);
  draw(parts, pass);
  const edge = graph.edges.get(now.edge) ?? null;
  const thing = graph.things.get(now.node) ?? null;
  const cell = now.cell ? cellOf(graph, pass, now.cell) : null;
  const content = edge ? edgePanel(graph, edge) : cell ? cellPanel(graph, cell)
    : thing ? thingPanel(graph, thing, pass) : overview(graph);
  const chosen = Boolean(edge || cell || thing || now.help);
  document.body.classList.toggle("choosing", chosen);
  swap(parts.panel, chosen && h("button", {
    type: "button", class: "close", "aria-label": t("close"), onclick: () => go({ edge: "", node: "", cell: "", help: "" }),
  }, "×"), ...content);
  parts.panel.setAttribute("aria-label", t("details"));
  parts.panel.scrollTop = 0;
  if (lookedAt() !== "policy") parts.drawing.light(thing, edge);
  document.title = [thing?.name, t("title")].filter(Boolean).join(" · ");
}

function frame(parts) {
  const now = state();
  const press = (text, onclick, more = {}) => h("button", { type: "button", onclick, ...more }, text);
  const name = () => document.title.replace(/[^\p{L}\p{N}]+/gu, "-");
  const focus = document.activeElement?.dataset?.act;
  parts.title.textContent = t("title");
  parts.nav.setAttribute("aria-label", t("views"));
  swap(parts.nav, ...VIEWS.map((view) => press(t(view), () => go({
    view: view === "chain" ? "" : view, cell: "",
    at: view === "company" ? state().node ?? state().at ?? "" : state().at ?? "",
  }), { data: { act: view }, "aria-pressed": String(lookedAt() === view) })));
  const picture = (save) => () => save(parts.drawing.scene, name());
  const drawn = lookedAt() !== "policy";
  swap(parts.tools,
    press("?", () => go({ help: now.help ? "" : "1", edge: "", node: "", cell: "" }), { class: "narrow", data: { act: "help" }, "aria-label": t("legend"), title: t("legend") }),
    press(t("language"), () => go({ lang: languageOf() === "zh" ? "en" : "zh" }, true), { data: { act: "lang" } }),
    press("◐", () => go({ theme: isDark() ? "light" : "dark" }, true), { data: { act: "theme" }, "aria-label": t("theme"), title: t("theme") }),
    drawn && press("SVG", picture(saveSvg), { data: { act: "svg" }, "aria-label": t("svg"), title: t("svg") }),
    drawn && press("PNG", picture(savePng), { data: { act: "png" }, "aria-label": t("png"), title: t("png") }));
  swap(parts.zooms,
    press("+", () => parts.drawing.zoom(1.25), { "aria-label": t("zoomIn"), title: t("zoomIn") }),
    press("−", () => parts.drawing.zoom(0.8), { "aria-label": t("zoomOut"), title: t("zoomOut") }),
    press("↔", () => parts.drawing.fit(), { "aria-label": t("fit"), title: t("fit") }));
  parts.search.update();
  parts.filters.update();
  if (focus) document.querySelector(`[data-act="${CSS.escape(focus)}"]`)?.focus();
}

function draw(parts, pass) {
  const { graph, drawing } = parts;
  const view = lookedAt();
  const drawn = view !== "policy";
  drawing.view.hidden = !drawn;
  parts.zooms.hidden = !drawn;
  parts.table.hidden = drawn;
  if (!drawn) swap(parts.table, matrix(graph, pass));
  else if (parts.drawn !== sight(graph, view, pass)) {
    drawing.show(view === "chain" ? chainScene(graph, pass) : companyScene(graph, pass, parts.expand));
    parts.drawn = sight(graph, view, pass);
  }
  swap(parts.note, ...notes(parts, view).map((text) => h("span", {}, text)));
}

// What a drawing depends on: to choose a name in it does not make it another.
function sight(graph, view, pass) {
  const { node, edge, cell, help, theme, ...rest } = state();
  const lines = view === "chain" ? asides(graph, pass).map((one) => one.id) : [];
  return JSON.stringify([rest, languageOf(), graph.edges.size, lines]);
}

function notes({ graph, drawing }, view) {
  const said = [];
  if (view !== "policy") said.push(t("shown", drawing.scene.spots.length, drawing.scene.lines.length));
  if (view !== "policy" && !drawing.scene.spots.length) said.push(t("empty"));
  const unplaced = [...graph.things.values()].filter((thing) => thing.column === null).length;
  if (view === "chain" && unplaced) said.push(t("unplaced", unplaced));
  if (view === "company") said.push(centre(graph)?.name ?? "");
  if (graph.left) said.push(t(graph.live ? "leftLive" : "left", graph.left));
  return said;
}

async function begin() {
  try {
    start(graphOf(await unpack(document.getElementById("data").textContent)));
    performance.mark("shown");
  } catch (error) {
    speak(languageOf());
    document.body.replaceChildren(h("p", { role: "alert" }, t("broken", error.message)));
    throw error;
  }
}

begin();
