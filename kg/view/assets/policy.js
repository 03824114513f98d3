// Which policy touches what in which tier: a table whose numbers lead to the sentences.

import { h, said } from "./dom.js";
import { POLICY, other } from "./graph.js";
import { go, state } from "./state.js";
import { label, t } from "./strings.js";

const TOUCHES = new Set(["RESTRICTS", "SUPPORTS", "REGULATES"]);
// How companies have to do with what a policy names: they make or use it, or work in it.
const HANDLES = new Set(["PRODUCES", "USES", "ACTIVE_IN"]);
const ORGANISATIONS = new Set(["Company", "Institution"]);
const SHADES = 4;

/** @typedef {{thing: import("./graph.js").Thing, path: import("./graph.js").Edge[]}} Touch */

/** What a policy touches: what it names, and who makes, uses or works in that; nearest first. */
export function touched(policy, pass) {
  const found = new Map();
  const add = (thing, path) => found.has(thing) || found.set(thing, { thing, path });
  const direct = policy.edges.filter((edge) => TOUCHES.has(edge.relation) && edge.from === policy && pass.edge(edge));
  for (const edge of direct) add(edge.to, [edge]);
  for (const edge of direct) {
    for (const link of edge.to.edges.filter(pass.edge)) {
      const next = other(link, edge.to);
      if (link.relation === "TIER_OF" && link.to === edge.to) {
        for (const held of next.edges.filter(pass.edge)) {
          if (held.relation === "IN_TIER" && held.to === next) add(held.from, [edge, link, held]);
        }
      } else if (HANDLES.has(link.relation) && ORGANISATIONS.has(next.cls)) {
        add(next, [edge, link]);
      }
    }
  }
  return [...found.values()];
}

/** Where in the chain a thing is: its tier if it has one, else its step in the chain. */
function placeOf(thing) {
  if (thing.tiers.length) return label(thing.tiers[0].slice(1));
  return thing.tied ? t("step", thing.column + 1) : t("noTier");
}

function order(thing) {
  if (thing.tiers.length) return thing.tied ? thing.column : 0;
  return thing.tied ? 100 + thing.column : 1000;
}

/** The touches in one cell, by the id of its policy and the number of its column. */
export function cellOf(graph, pass, text) {
  const at = text.lastIndexOf("|");
  const row = rowsOf(graph, pass).find(({ policy }) => policy.id === text.slice(0, at));
  const place = columnsOf(graph)[Number(text.slice(at + 1))];
  return row && place ? { policy: row.policy, place, touches: inPlace(row, place) } : null;
}

/** All places that a thing can have, upstream first; the same whatever is filtered. */
function columnsOf(graph) {
  const places = new Map();
  for (const thing of graph.things.values()) {
    const place = placeOf(thing);
    places.set(place, Math.min(places.get(place) ?? Infinity, order(thing)));
  }
  return [...places.keys()].sort((a, b) => places.get(a) - places.get(b) || (a < b ? -1 : 1));
}

function rowsOf(graph, pass) {
  return [...graph.things.values()]
    .filter((thing) => thing.cls === POLICY && pass.thing(thing))
    .map((policy) => ({ policy, touches: touched(policy, pass) }))
    .filter((row) => row.touches.length)
    .sort((a, b) => b.touches.length - a.touches.length || (a.policy.id < b.policy.id ? -1 : 1));
}

function inPlace(row, place) {
  return row.touches.filter(({ thing }) => placeOf(thing) === place);
}

export function matrix(graph, pass) {
  const rows = rowsOf(graph, pass);
  if (!rows.length) return h("p", { class: "empty" }, t("noPolicies"));
  const used = new Set(rows.flatMap((row) => row.touches.map(({ thing }) => placeOf(thing))));
  const columns = [...columnsOf(graph).entries()].filter(([, place]) => used.has(place));
  const most = Math.max(...rows.flatMap((row) => columns.map(([, place]) => inPlace(row, place).length)));
  return h("div", {}, h("p", { class: "hint" }, t("matrixNote")), h("table", { class: "matrix" },
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t("policyName")),
      columns.map(([, place]) => h("th", { scope: "col" }, said(place))),
      h("th", { scope: "col" }, t("total")))),
    h("tbody", {}, rows.map((row) => h("tr", {},
      h("th", { scope: "row" }, h("button", {
        type: "button", class: "link", onclick: () => go({ node: row.policy.id, edge: "", cell: "" }),
      }, said(row.policy.name))),
      columns.map(([at, place]) => cell(row, at, place, most)),
      h("td", {}, row.touches.length))))));
}

function cell(row, at, place, most) {
  const here = inPlace(row, place);
  if (!here.length) return h("td", {});
  const direct = here.filter(({ path }) => path.length === 1).length;
  const key = `${row.policy.id}|${at}`;
  const text = [direct || "", here.length - direct ? `+${here.length - direct}` : ""].join(" ").trim();
  return h("td", { class: `shade-${Math.ceil((here.length / most) * SHADES)}` }, h("button", {
    type: "button", "aria-label": t("touched", row.policy.name, place, here.length),
    "aria-pressed": String(state().cell === key), data: { cell: key },
    onclick: () => go({ cell: key, node: "", edge: "" }),
  }, text));
}
