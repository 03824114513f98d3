// Which edges and things are shown: by relation, modality, class, confidence, report and date.

import { h, swap } from "./dom.js";
import { MODALITIES } from "./graph.js";
import { go, list, listed, state } from "./state.js";
import { label, t } from "./strings.js";

const KEYS = ["norel", "nomod", "nocls", "conf", "report", "from", "to"];

/** What passes the filters of the address: two tests. */
export function passing() {
  const now = state();
  const [relations, modalities, classes] = [list("norel"), list("nomod"), list("nocls")];
  const least = Number(now.conf ?? 0);
  const told = ({ report }) => (!now.report || report.key === now.report)
    && (!now.from || (report.date ?? "") >= now.from)
    && (!now.to || (report.date ?? "").slice(0, now.to.length) <= now.to);
  const anyReport = !now.report && !now.from && !now.to;
  const thing = (node) => !classes.has(node.cls);
  const edge = (e) => !relations.has(e.relation) && !modalities.has(e.modality)
    && e.confidence >= least && thing(e.from) && thing(e.to) && (anyReport || e.said.some(told));
  return { edge, thing, any: KEYS.every((key) => !now[key]) };
}

/** The button and the form of the filters. */
export function filterMenu(graph) {
  const summary = h("summary", {});
  const form = h("form", { class: "filters-form", onsubmit: (event) => event.preventDefault() });
  const menu = h("details", {
    class: "filters",
    onkeydown: (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      summary.focus();
      event.stopPropagation();
    },
  }, summary, form);
  const update = () => {
    const active = KEYS.filter((key) => state()[key]).length;
    swap(summary, document.createTextNode(active ? t("filtered", active) : t("filters")));
    const at = form.contains(document.activeElement) ? document.activeElement.name : null;
    swap(form, ...fields(graph));
    if (at) form.elements.namedItem(at)?.focus();
  };
  return { menu, update };
}

function fields(graph) {
  const used = { relation: count(graph, "relation"), modality: count(graph, "modality") };
  const classes = new Map();
  for (const { cls } of graph.things.values()) classes.set(cls, (classes.get(cls) ?? 0) + 1);
  return [
    boxes("relations", "norel", used.relation, (name) => label(graph.relations[name].labels)),
    boxes("modalities", "nomod", used.modality, t, MODALITIES),
    boxes("classes", "nocls", classes, (name) => label(graph.classes[name])),
    confidence(),
    sources(graph),
    h("button", {
      type: "button", name: "reset",
      onclick: () => go(Object.fromEntries(KEYS.map((key) => [key, ""]))),
    }, t("reset")),
  ];
}

function count(graph, field) {
  const counts = new Map();
  for (const edge of graph.edges.values()) counts.set(edge[field], (counts.get(edge[field]) ?? 0) + 1);
  return counts;
}

function boxes(title, key, counts, named, order = null) {
  const off = list(key);
  const names = (order ?? [...counts.keys()].sort()).filter((name) => counts.has(name));
  return h("fieldset", {}, h("legend", {}, t(title)), names.map((name) => h("label", {}, h("input", {
    type: "checkbox", name: `${key}-${name}`, checked: !off.has(name),
    onchange: (event) => {
      const hidden = list(key);
      if (event.target.checked) hidden.delete(name);
      else hidden.add(name);
      go({ [key]: listed(hidden) });
    },
  }), ` ${named(name)} `, h("small", {}, counts.get(name)))));
}

function confidence() {
  const least = state().conf ?? "0";
  return h("label", { class: "wide" }, `${t("confidence")} `, h("output", {}, least), h("input", {
    type: "range", min: 0, max: 1, step: 0.05, name: "conf", value: least,
    onchange: (event) => go({ conf: Number(event.target.value) ? event.target.value : "" }),
  }));
}

function sources(graph) {
  const now = state();
  const set = (key) => (event) => go({ [key]: event.target.value });
  const reports = [...graph.reports.values()];
  return h("fieldset", {}, h("legend", {}, t("reports")),
    h("label", { class: "wide" }, `${t("report")} `, h("select", {
      name: "report", onchange: set("report"),
    }, h("option", { value: "" }, t("allReports")), reports.map((report) => h("option", {
      value: report.key, selected: report.key === now.report,
    }, report.title || report.file)))),
    ["from", "to"].map((key) => h("label", {}, `${t(key)} `, h("input", {
      type: "date", name: key, value: now[key] ?? "", onchange: set(key),
    }))));
}
