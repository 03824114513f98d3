// One thing in the middle, what stands upstream of it left and downstream right, hop by hop.

import { fanned } from "./lines.js";
import { COLUMN, MARGIN, ROW, TOP, WIDTH } from "./stage.js";
import { go, list, listed, state } from "./state.js";
import { t } from "./strings.js";

const OPENERS = 34;
const STEP = COLUMN + OPENERS;

/** The thing in the middle: the one chosen for it, else one asked for, else the busiest company. */
export function centre(graph) {
  const now = state();
  return graph.things.get(now.at) ?? graph.asked[0] ?? busiest(graph, "Company") ?? busiest(graph, null);
}

function busiest(graph, cls) {
  let best = null;
  for (const thing of graph.things.values()) {
    if ((cls === null || thing.cls === cls) && (!best || flows(thing) > flows(best))) best = thing;
  }
  return best;
}

function flows(thing) {
  return thing.edges.filter((edge) => edge.flow).length;
}

/** @returns {import("./stage.js").Scene} */
export function companyScene(graph, pass, expand) {
  const middle = centre(graph);
  if (!middle) return { width: WIDTH, height: TOP, spots: [], lines: [], heads: [], notes: [] };
  const open = list("open");
  const hop = new Map([[middle, 0]]);
  const sides = [-1, 1].map((side) => walk(middle, side, hop, open, pass));
  const columns = new Map([[0, [middle]]]);
  for (const [thing, at] of hop) {
    if (at) columns.set(at, [...(columns.get(at) ?? []), thing]);
  }
  const first = Math.min(...columns.keys());
  const tallest = Math.max(...[...columns.values()].map((column) => column.length));
  const rows = new Map();
  for (const column of columns.values()) {
    column.forEach((thing, row) => rows.set(thing, (tallest - column.length) / 2 + row + 0.5));
  }
  const x = (thing) => MARGIN + OPENERS + (hop.get(thing) - first) * STEP;
  const y = (thing) => TOP + rows.get(thing) * ROW;
  const spots = [...hop.keys()].map((thing) => ({
    thing, x: x(thing), y: y(thing), toggle: toggle(thing, hop, open, pass, expand),
  })).sort((a, b) => a.x - b.x || a.y - b.y);
  const edges = [...graph.edges.values()].filter((edge) => edge.flow && pass.edge(edge) && hop.has(edge.from) && hop.has(edge.to));
  return {
    width: MARGIN * 2 + OPENERS * 2 + (Math.max(...columns.keys()) - first) * STEP + WIDTH,
    height: TOP + tallest * ROW + ROW,
    spots,
    lines: fanned(edges.map((edge) => ({ edge, points: points(edge, hop, x, y) }))),
    heads: [...columns].map(([at, column]) => ({
      x: MARGIN + OPENERS + (at - first) * STEP,
      text: at ? t(at < 0 ? "upstream" : "downstream", Math.abs(at)) : t("centre"),
      count: at ? column.length : "",
    })),
    notes: sides.every((count) => !count) ? [{ y: TOP + ROW * 2, text: t("alone"), more: "", tiers: [] }] : [],
  };
}

// Breadth first; what is already shown, on either side, is not shown again.
function walk(middle, side, hop, open, pass) {
  let [frontier, count] = [[middle], 0];
  for (let at = 1; frontier.length; at += 1) {
    const next = [];
    for (const thing of frontier) {
      if (thing !== middle && !open.has(thing.id)) continue;
      for (const end of ends(thing, side, pass)) {
        if (hop.has(end)) continue;
        hop.set(end, at * side);
        next.push(end);
        count += 1;
      }
    }
    frontier = next;
  }
  return count;
}

/** What stands next to a thing on one side, the surest first. */
function ends(thing, side, pass) {
  const found = new Map();
  for (const edge of thing.edges) {
    if (!edge.flow || !pass.edge(edge)) continue;
    const [up, down] = edge.flow;
    if ((side < 0 ? down : up) !== thing) continue;
    const end = side < 0 ? up : down;
    found.set(end, Math.max(found.get(end) ?? 0, edge.confidence));
  }
  return [...found.keys()].sort((a, b) => found.get(b) - found.get(a) || (a.id < b.id ? -1 : 1));
}

function toggle(thing, hop, open, pass, expand) {
  const at = hop.get(thing);
  if (!at) return undefined;
  const side = Math.sign(at);
  const isOpen = open.has(thing.id);
  const count = ends(thing, side, pass).filter((end) => !hop.has(end)).length;
  if (!isOpen && !count) return undefined;
  const press = async () => {
    if (!isOpen) await expand(thing);
    const next = list("open");
    if (isOpen) next.delete(thing.id);
    else next.add(thing.id);
    go({ open: listed(next) });
  };
  return { open: isOpen, count, side, press };
}

function points(edge, hop, x, y) {
  const [up, down] = edge.flow;
  const [from, to] = [hop.get(up), hop.get(down)];
  if (from === to) return [[x(up) + WIDTH, y(up)], [x(down) + WIDTH, y(down)]];
  const forward = from < to;
  return [[x(up) + (forward ? WIDTH : 0), y(up)], [x(down) + (forward ? 0 : WIDTH), y(down)]];
}
