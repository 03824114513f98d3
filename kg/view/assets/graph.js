// The graph that came with the page. kg/view/payload.py writes what is read here.

/**
 * @typedef {{key: string, file: string, title: string, date: string | null, publisher: string | null}} Report
 * @typedef {{report: Report, line: number, text: string}} Sentence
 * @typedef {{id: string, cls: string, name: string, names: string[], facets: string[],
 *   date: string | null, issuer: string[], column: number | null, row: number, tied: boolean,
 *   tiers: [name: string, zh: string, en: string][],
 *   folded: string[], edges: Edge[], figures: Figure[], deals: Deal[]}} Thing
 * @typedef {{id: string, from: Thing, relation: string, to: Thing, modality: string,
 *   confidence: number, method: string, qualifiers: Record<string, string>, said: Sentence[],
 *   count: number, passing: number[], flow: [Thing, Thing] | null}} Edge
 * @typedef {{about: Thing, kind: string, metric: string, period: string | null,
 *   year: number | null, value: number | number[], unit: string, region: string | null,
 *   comparator: string | null, base: number | number[] | null, baseUnit: string | null,
 *   sources: string[], modality: string, confidence: number, said: Sentence[],
 *   count: number}} Figure
 * @typedef {{who: {name: string, thing: Thing | null}[], leads: string[], round: string | null,
 *   date: string | null, amount: string | null, valuation: string | null, modality: string,
 *   confidence: number, said: Sentence[], count: number}} Deal
 * @typedef {{things: Map<string, Thing>, edges: Map<string, Edge>, reports: Map<string, Report>,
 *   classes: Record<string, string[]>, relations: Record<string, any>, columns: number,
 *   parts: {top: number, loose: boolean, things: Thing[], after: Thing,
 *   heads: Record<string, string[]>}[], asked: Thing[],
 *   left: number, live: boolean}} Graph
 */

export const MODALITIES = ["asserted", "planned", "potential", "rumoured", "past", "denied"];
export const POLICY = "Policy";

/** Unpack what the page carries: JSON, compressed, in base64. */
export async function unpack(text) {
  const bytes = Uint8Array.from(atob(text.trim()), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).json();
}

/** The graph in an unpacked page. @returns {Graph} */
export function graphOf(raw) {
  const graph = {
    things: new Map(), edges: new Map(), reports: new Map(), classes: raw.classes,
    relations: raw.relations, columns: raw.columns, parts: [], asked: [], left: raw.left,
    live: Boolean(raw.live),
  };
  const things = extend(graph, raw);
  graph.asked = raw.asked.map((at) => things[at]);
  for (const [at, row] of raw.nodes.entries()) {
    if (row[7]) [things[at].column, things[at].row] = row[7];
  }
  graph.parts = raw.parts.map(([top, loose, members, after, heads]) => (
    { top, loose, things: members.map((at) => things[at]), after: things[after], heads }
  ));
  for (const part of graph.parts) {
    for (const thing of part.things) thing.tied = !part.loose;
  }
  return graph;
}

/** Add what the store answered to a graph; the things of the answer, in its order. */
export function extend(graph, raw) {
  const reports = raw.reports.map((row) => reportOf(graph, row));
  const quotes = raw.quotes.map(([at, line, text]) => ({ report: reports[at], line, text }));
  const things = raw.nodes.map((row) => thingOf(graph, row));
  const said = (list) => list.map((at) => quotes[at]);
  for (const row of raw.edges) addEdge(graph, row, things, said);
  for (const row of raw.figures) addFigure(row, things, said);
  for (const row of raw.deals) addDeal(row, things, said);
  return things;
}

function reportOf(graph, [file, title, date, publisher]) {
  const key = file;
  if (!graph.reports.has(key)) graph.reports.set(key, { key, file, title, date, publisher });
  return graph.reports.get(key);
}

function thingOf(graph, [id, cls, name, names, facets, date, issuer, , tiers]) {
  const known = graph.things.get(id);
  if (known) return known;
  const thing = {
    id, cls, name, names, facets, date, issuer, tiers, column: null, row: 0, tied: false,
    folded: [name, ...names].map(fold), edges: [], figures: [], deals: [], told: new Set(),
  };
  graph.things.set(id, thing);
  return thing;
}

function addEdge(graph, row, things, said) {
  const [id, from, relation, to, modality, confidence, method, qualifiers, list, count, passing] = row;
  if (graph.edges.has(id)) return;
  const ends = [things[from], things[to]];
  const { flow } = graph.relations[relation];
  const edge = {
    id, from: ends[0], relation, to: ends[1], modality, confidence, method, qualifiers,
    said: said(list), count, passing,
    flow: flow ? (flow === "forward" ? ends : ends.slice().reverse()) : null,
  };
  graph.edges.set(id, edge);
  for (const end of new Set(ends)) end.edges.push(edge);
}

function addFigure(row, things, said) {
  const [about, kind, metric, period, year, value, unit, region, comparator, base, baseUnit,
    sources, modality, confidence, list, count] = row;
  tell(things[about], "figures", row.slice(1, 13), {
    about: things[about], kind, metric, period, year, value, unit, region, comparator, base,
    baseUnit, sources, modality, confidence, said: said(list), count,
  });
}

function addDeal(row, things, said) {
  const [who, leads, round, date, amount, valuation, modality, confidence, list, count] = row;
  const parties = who.map(([name, at]) => ({ name, thing: at === null ? null : things[at] }));
  const deal = {
    who: parties, leads, round, date, amount, valuation, modality, confidence, said: said(list),
    count,
  };
  const key = [who.map(([name]) => name), round, date, amount];
  for (const thing of new Set(parties.map((party) => party.thing))) {
    if (thing) tell(thing, "deals", key, deal);
  }
}

// Two answers of the store may tell the same of one thing.
function tell(thing, list, key, fact) {
  const text = list + JSON.stringify(key);
  if (thing.told.has(text)) return;
  thing.told.add(text);
  thing[list].push(fact);
}

/** What two spellings of a name have in common. */
export function fold(text) {
  return text.normalize("NFKC").toLowerCase().replace(/[\p{P}\p{S}\p{Z}\p{C}]+/gu, "");
}

/** The things that have a text in one of their names, the likeliest first. */
export function matches(graph, text, most) {
  const sought = fold(text);
  if (!sought) return [];
  const found = [];
  for (const thing of graph.things.values()) {
    let best = Infinity;
    for (const name of thing.folded) {
      const at = name.indexOf(sought);
      if (at >= 0) best = Math.min(best, (name === sought ? 0 : at ? 2 : 1) + name.length / 1000);
    }
    if (best < Infinity) found.push([best, -thing.edges.length, thing]);
  }
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1] || (a[2].id < b[2].id ? -1 : 1));
  return found.slice(0, most).map((entry) => entry[2]);
}

/** The other end of an edge. */
export function other(edge, thing) {
  return edge.from === thing ? edge.to : edge.from;
}
