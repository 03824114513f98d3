// What is known of what is chosen: a line, a name, a cell of the matrix, or nothing yet.

import { charts, written } from "./chart.js";
import { h, s, said } from "./dom.js";
import { MODALITIES, POLICY, other } from "./graph.js";
import { DASHES, course, head, isHollow } from "./lines.js";
import { sentences } from "./sentence.js";
import { go, state } from "./state.js";
import { label, t } from "./strings.js";

const FIRST = 40;

function chooser(thing) {
  return h("button", {
    type: "button", class: "link", onclick: () => go({ node: thing.id, edge: "", cell: "" }),
  }, said(thing.name));
}

function meant({ modality, confidence }) {
  return [h("span", { class: `badge m-${modality}` }, swatch(modality), t(modality)), " ",
    h("span", { class: "hint" }, confidence.toFixed(2))];
}

function swatch(modality) {
  const points = [[1, 7], [33, 7]];
  return s("svg", { width: 36, height: 14, "aria-hidden": "true", class: "swatch" },
    s("path", { class: "line", d: course(points), "stroke-dasharray": DASHES[modality] || null }),
    s("path", { class: `head${isHollow(modality) ? " hollow" : ""}`, d: head(points, modality) }));
}

/** A line: what it states and the sentences that say so. */
export function edgePanel(graph, edge) {
  const { labels } = graph.relations[edge.relation];
  return [
    h("h2", {}, chooser(edge.from), h("span", { class: "relation" }, ` ${label(labels)} `), chooser(edge.to)),
    h("p", {}, meant(edge), h("span", { class: "hint" }, ` · ${count(edge)} · ${t("method")} `, said(edge.method))),
    qualifiers(edge),
    ...sentences(edge, [edge.from, edge.to]),
  ];
}

function count(fact) {
  return fact.count === 1 ? t("sentence") : t("sentences", fact.count);
}

function qualifiers(edge) {
  const rows = Object.entries(edge.qualifiers);
  return rows.length > 0 && h("dl", {}, rows.map(([key, value]) => [h("dt", {}, said(key)), h("dd", {}, said(value))]));
}

/** A name: all that is known of it. */
export function thingPanel(graph, thing, pass) {
  const edges = thing.edges.filter(pass.edge);
  const policies = edges.filter((edge) => other(edge, thing).cls === POLICY);
  const others = edges.filter((edge) => other(edge, thing).cls !== POLICY);
  return [
    h("h2", {}, said(thing.name)),
    h("p", { class: "hint" }, [thing.cls, ...thing.facets].map((cls) => label(graph.classes[cls] ?? [cls, cls])).join("、")),
    h("div", { class: "actions" },
      h("button", { type: "button", data: { act: "company" }, onclick: () => go({ view: "company", at: thing.id, open: "" }) }, t("toCompany")),
      thing.column !== null && state().view && h("button", { type: "button", onclick: () => go({ view: "" }) }, t("toChain"))),
    facts(thing),
    policies.length > 0 && section(t("policies"), policies.length, statements(graph, thing, policies)),
    others.length > 0 && section(t("statements"), others.length, statements(graph, thing, others)),
    thing.figures.length > 0 && section(t("figures"), thing.figures.length, [...charts(thing.figures), ...capped(thing.figures.map((one) => figureItem(thing, one)))]),
    thing.deals.length > 0 && section(t("deals"), thing.deals.length, capped(thing.deals.map((one) => dealItem(thing, one)))),
  ];
}

function section(title, number, content) {
  return h("section", {}, h("h3", {}, `${title} `, h("small", {}, number)), content);
}

function facts(thing) {
  const rows = [["names", thing.names.join("、")], ["tiers", thing.tiers.map(([name]) => name).join("、")],
    ["issued", [thing.date, ...thing.issuer].filter(Boolean).join(" ")]];
  return h("dl", {}, rows.filter(([, text]) => text).map(([key, text]) => [h("dt", {}, t(key)), h("dd", {}, said(text))]));
}

// A busy name has hundreds: the first come at once, the others when asked for.
function capped(items) {
  if (items.length <= FIRST) return items;
  const rest = h("button", { type: "button", onclick: () => rest.replaceWith(...items.slice(FIRST)) }, t("all", items.length));
  return [...items.slice(0, FIRST), rest];
}

function statements(graph, thing, edges) {
  // What flows comes first: it is what a chain is about.
  const rank = (edge) => `${edge.flow ? 0 : 1}${edge.relation}`;
  const ordered = edges.slice().sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0)
    || Number(a.to === thing) - Number(b.to === thing) || b.confidence - a.confidence);
  return capped(ordered.map((edge) => {
    const { labels, inverse, symmetric } = graph.relations[edge.relation];
    const outgoing = edge.from === thing;
    const arrow = symmetric ? "↔" : outgoing ? "→" : "←";
    return h("article", {},
      h("h4", {}, h("button", {
        type: "button", class: "open", data: { edge: edge.id }, onclick: () => go({ edge: edge.id, cell: "" }),
      }, `${arrow} ${label(outgoing || !inverse ? labels : inverse)}`), " ", chooser(other(edge, thing)), " ", meant(edge)),
      edge.qualifiers.item && h("p", { class: "item" }, said(edge.qualifiers.item)),
      sentences({ said: edge.said.slice(0, 1), count: 1 }, [edge.from, edge.to]),
      edge.count > 1 && h("p", { class: "hint" }, count(edge)));
  }));
}

function figureItem(thing, figure) {
  const parts = [figure.metric, figure.region, figure.period].filter(Boolean).join(" · ");
  return h("article", {}, h("h4", {}, said(parts), " ", h("strong", {}, said(written(figure))), " ",
    h("span", { class: "badge" }, t(figure.kind)), " ", figure.modality !== "asserted" && meant(figure)),
  figure.sources.length > 0 && h("p", { class: "item" }, `${t("source")} `, said(figure.sources.join("、"))),
  sentences(figure, [thing]));
}

function dealItem(thing, deal) {
  const [company, ...investors] = deal.who;
  const who = (party) => (party.thing && party.thing !== thing ? chooser(party.thing) : said(party.name));
  const rows = [["round", deal.round], ["amount", deal.amount], ["valuation", deal.valuation]];
  return h("article", {}, h("h4", {}, who(company), ` ${deal.date ?? ""} `, meant(deal)),
    h("dl", {}, rows.filter(([, text]) => text).map(([key, text]) => [h("dt", {}, t(key)), h("dd", {}, said(text))]),
      investors.length > 0 && [h("dt", {}, t("investors")), h("dd", {}, investors.map((party, at) => [at ? "、" : "", who(party),
        deal.leads.includes(party.name) ? `（${t("leads")}）` : ""]))].flat()),
    sentences(deal, deal.who.map((party) => party.thing).filter(Boolean)));
}

/** A cell of the matrix: what the policy touches there, each with the sentences of its path. */
export function cellPanel(graph, { policy, place, touches }) {
  return [
    h("h2", {}, chooser(policy), h("span", { class: "relation" }, " × ", said(place))),
    ...touches.map(({ thing, path }) => h("article", {},
      h("h4", {}, chooser(thing), " ", h("span", { class: "badge" },
        path.length === 1 ? t("direct") : t("through", path[0].to.name))),
      path.map((edge) => [
        h("p", { class: "item" }, h("button", {
          type: "button", class: "open", data: { edge: edge.id }, onclick: () => go({ edge: edge.id, cell: "" }),
        }, `${edge.from.name} ${label(graph.relations[edge.relation].labels)} ${edge.to.name}`), " ", meant(edge)),
        ...sentences(edge, [edge.from, edge.to]),
      ]).flat())),
  ];
}

/** Nothing is chosen: how to read the page, and what it was made from. */
export function overview(graph) {
  return [
    h("h2", {}, t("legend")),
    h("p", { class: "hint" }, t("help")),
    h("ul", { class: "legend" }, MODALITIES.map((modality) => h("li", {}, swatch(modality), " ", t(modality)))),
    h("p", { class: "hint" }, t("flowNote")),
    section(t("reports"), graph.reports.size, h("ul", { class: "plain" }, [...graph.reports.values()].map((report) => h("li", {},
      said(report.title || report.file), h("small", {}, ` ${report.date ?? ""} `, report.title !== report.file && said(report.file)))))),
  ];
}
