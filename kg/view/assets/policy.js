// Which policy touches what in which tier: a table whose numbers lead to the sentences.

import { h, said } from "./dom.js";
import { POLICY, other } from "./graph.js";
import { go, state } from "./state.js";
import { label, t } from "./strings.js";

const TOUCHES = new Set(["RESTRICTS", "SUPPORTS", "REGULATES"]);
const HANDLES = new Set(["PRODUCES", "USES"]);
const ORGANISATIONS = new Set(["Company", "Institution"]);
const SHADES = 4;

/** @typedef {{thing: import("./graph.js").Thing, path: import("./graph.js").Edge[]}} Touch */

/** What a policy touches: things it names, and companies that make or use what it names. */
export function touched(policy, pass) {
  const found = new Map();
  const direct = policy.edges.filter((edge) => TOUCHES.has(edge.relation) && edge.from === policy && pass.edge(edge));
  for (const edge of direct) found.set(edge.to, { thing: edge.to, path: [edge] });
  for (const edge of direct) {
    for (const link of edge.to.edges) {
      const who = other(link, edge.to);
      if (HANDLES.has(link.relation) && ORGANISATIONS.has(who.cls) && pass.edge(link) && !found.has(who)) {
        found.set(who, { thing: who, path: [edge, link] });
      }
    }
  }
  return [...found.values()];
}

/** The touches in one cell: of a policy, in a column of the chain (-1: in none). */
export function cellOf(graph, pass, text) {
  const at = text.lastIndexOf("|");
  const policy = graph.things.get(text.slice(0, at));
  if (!policy) return null;
  const column = Number(text.slice(at + 1));
  return { policy, column, touches: touched(policy, pass).filter(({ thing }) => columnOf(graph, thing) === column) };
}

function columnOf(graph, thing) {
  // a loose part stands anywhere: its columns are no tiers
  const loose = (graph.looseThings ??= new Set(graph.parts.filter((p) => p.loose).flatMap((p) => p.things)));
  return thing.column === null || loose.has(thing) ? -1 : thing.column;
}

export function columnTitle(graph, at) {
  return at < 0 ? t("noTier") : label(graph.columns[at]) || t("step", at + 1);
}

export function matrix(graph, pass) {
  const rows = [...graph.things.values()]
    .filter((thing) => thing.cls === POLICY && pass.thing(thing))
    .map((policy) => ({ policy, touches: touched(policy, pass) }))
    .filter((row) => row.touches.length)
    .sort((a, b) => b.touches.length - a.touches.length || (a.policy.id < b.policy.id ? -1 : 1));
  if (!rows.length) return h("p", { class: "empty" }, t("noPolicies"));
  const used = new Set(rows.flatMap((row) => row.touches.map(({ thing }) => columnOf(graph, thing))));
  const columns = [...graph.columns.keys(), -1].filter((at) => used.has(at));
  const most = Math.max(...rows.flatMap((row) => columns.map((at) => inColumn(graph, row, at).length)));
  return h("div", {}, h("p", { class: "hint" }, t("matrixNote")), h("table", { class: "matrix" },
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t("policy")),
      columns.map((at) => h("th", { scope: "col" }, columnTitle(graph, at))),
      h("th", { scope: "col" }, t("total")))),
    h("tbody", {}, rows.map((row) => h("tr", {},
      h("th", { scope: "row" }, h("button", {
        type: "button", class: "link", onclick: () => go({ node: row.policy.id, edge: "", cell: "" }),
      }, said(row.policy.name))),
      columns.map((at) => cell(graph, row, at, most)),
      h("td", {}, row.touches.length))))));
}

function inColumn(graph, row, at) {
  return row.touches.filter(({ thing }) => columnOf(graph, thing) === at);
}

function cell(graph, row, at, most) {
  const here = inColumn(graph, row, at);
  if (!here.length) return h("td", {});
  const direct = here.filter(({ path }) => path.length === 1).length;
  const key = `${row.policy.id}|${at}`;
  const text = [direct || "", here.length - direct ? `+${here.length - direct}` : ""].join(" ").trim();
  return h("td", { class: `shade-${Math.ceil((here.length / most) * SHADES)}` }, h("button", {
    type: "button", "aria-label": t("touched", row.policy.name, columnTitle(graph, at), here.length),
    "aria-pressed": String(state().cell === key), data: { cell: key },
    onclick: () => go({ cell: key, node: "", edge: "" }),
  }, text));
}
