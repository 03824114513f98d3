// Lines between things: their course, their ends, and which one the pointer means.

/** @typedef {[number, number]} Point */
/** @typedef {{edge: import("./graph.js").Edge, points: Point[], back: boolean}} Line */

const HEAD = 7;
const NEAR = 7;
const STEPS = 12;
// Pixels between parallel lines, and what all of them may take of the height of a name.
const [APART, SPREAD] = [7, 24];

/** What tells one way of meaning from another without colour: dashes, and the shape of the end. */
export const DASHES = {
  asserted: "", planned: "9 5", potential: "2 4", rumoured: "9 4 2 4", past: "4 8", denied: "",
};
const HOLLOW = new Set(["planned", "potential", "rumoured"]);
const HEADS = {
  asserted: (x, y, w) => `M${x - w} ${y - 4}L${x} ${y}L${x - w} ${y + 4}Z`,
  planned: (x, y, w) => `M${x - w} ${y - 4}L${x} ${y}L${x - w} ${y + 4}Z`,
  potential: (x, y, w) => `M${x - w} ${y}a3.5 3.5 0 1 0 ${w} 0a3.5 3.5 0 1 0 ${-w} 0Z`,
  rumoured: (x, y, w) => `M${x - w} ${y}L${x - w / 2} ${y - 4}L${x} ${y}L${x - w / 2} ${y + 4}Z`,
  past: (x, y, w) => `M${x - w / 2} ${y - 5}V${y + 5}M${x - w} ${y}H${x}`,
  denied: (x, y, w) => `M${x - w} ${y - 4}L${x} ${y + 4}M${x - w} ${y + 4}L${x} ${y - 4}`,
};

/** Which family of colours a relation belongs to. */
const FAMILIES = {
  SUPPLIES: "supply", PRODUCES: "make", USES: "use", PART_OF: "part", LAYER_OF: "part",
  TYPE_OF: "part", RESTRICTS: "policy", SUPPORTS: "policy", REGULATES: "policy",
  INVESTS_IN: "money", ACQUIRES: "money", OWNS: "money",
};

export function family(relation) {
  return FAMILIES[relation] ?? "rest";
}

export function isHollow(modality) {
  return HOLLOW.has(modality);
}

/** Lines between the same two things side by side, each to be seen and met by itself. */
export function fanned(lines) {
  const pairs = new Map();
  for (const line of lines) {
    const key = [line.edge.from.id, line.edge.to.id].sort().join("\n");
    pairs.set(key, [...(pairs.get(key) ?? []), line]);
  }
  for (const group of pairs.values()) {
    const apart = Math.min(APART, SPREAD / group.length);
    group.forEach((line, at) => {
      const by = (at - (group.length - 1) / 2) * apart;
      if (by) line.points = line.points.map(([x, y]) => [x, y + by]);
    });
  }
  return lines;
}

/** The line of an edge through its points, as path data. */
export function course(points) {
  const [[x, y], ...rest] = points;
  let [px, py] = [x, y];
  let data = `M${r(x)} ${r(y)}`;
  for (const [nx, ny] of rest) {
    const bend = turns(points) ? 34 : (nx - px) / 2;
    const back = turns(points) ? bend : -bend;
    data += ny === py && !turns(points) ? `H${r(nx)}`
      : `C${r(px + bend)} ${r(py)} ${r(nx + back)} ${r(ny)} ${r(nx)} ${r(ny)}`;
    [px, py] = [nx, ny];
  }
  return data;
}

// A line within one column leaves it to the right and comes back to it.
function turns(points) {
  return points.length === 2 && points[0][0] === points[1][0];
}

/** The end of a line: it points where the line goes. */
export function head(points, modality) {
  const [x, y] = points.at(-1);
  const [px] = points.at(-2);
  const forward = px < x ? 1 : -1;
  return HEADS[modality](r(x), r(y), HEAD * forward);
}

function r(number) {
  return Math.round(number * 10) / 10;
}

/**
 * The line nearest to a point, if it is near enough to be meant.
 * @param {Line[]} lines
 */
export function nearest(lines, x, y) {
  let [best, least] = [null, NEAR];
  for (const line of lines) {
    const box = (line.box ??= boxOf(line.points));
    if (x < box[0] - NEAR || x > box[2] + NEAR || y < box[1] - NEAR || y > box[3] + NEAR) continue;
    const away = distance((line.trace ??= trace(line.points)), x, y);
    if (away < least) [best, least] = [line, away];
  }
  return best;
}

function boxOf(points) {
  const [xs, ys] = [points.map((p) => p[0]), points.map((p) => p[1])];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs) + (turns(points) ? 34 : 0), Math.max(...ys)];
}

function trace(points) {
  const found = [points[0]];
  for (let i = 1; i < points.length; i += 1) {
    const [[ax, ay], [bx, by]] = [points[i - 1], points[i]];
    const [out, back] = turns(points) ? [ax + 34, bx + 34] : [(ax + bx) / 2, (ax + bx) / 2];
    for (let step = 1; step <= STEPS; step += 1) {
      const u = step / STEPS;
      const v = 1 - u;
      found.push([
        v * v * v * ax + 3 * v * v * u * out + 3 * v * u * u * back + u * u * u * bx,
        (v * v * v + 3 * v * v * u) * ay + (3 * v * u * u + u * u * u) * by,
      ]);
    }
  }
  return found;
}

function distance(trail, x, y) {
  let least = Infinity;
  for (let i = 1; i < trail.length; i += 1) {
    const [[ax, ay], [bx, by]] = [trail[i - 1], trail[i]];
    const length = (bx - ax) ** 2 + (by - ay) ** 2 || 1;
    const along = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
    least = Math.min(least, Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay)));
  }
  return least;
}
