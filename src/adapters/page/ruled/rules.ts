import type { RuledLine } from "../sheet/page.ts";
import { DASH_GAP, LONGEST_DASH, PIECE_GAP, SHORTEST, SNAP, SNAPS_OF_ONE } from "./tolerances.ts";

/**
 * Rules on common positions, with collinear pieces joined. Horizontal rules come before vertical ones, then by position
 * and start.
 */
export function joinRules(rules: readonly RuledLine[]): RuledLine[] {
  return [...joinDirection(rules, "horizontal"), ...joinDirection(rules, "vertical")];
}

function joinDirection(rules: readonly RuledLine[], direction: RuledLine["direction"]): RuledLine[] {
  const sorted = rules.filter((rule) => rule.direction === direction).sort((a, b) => a.position - b.position);
  const joined: RuledLine[] = [];
  for (let first = 0; first < sorted.length;) {
    let last = first + 1;
    while (
      last < sorted.length &&
      sorted[last]!.position - sorted[last - 1]!.position <= SNAP &&
      sorted[last]!.position - sorted[first]!.position <= SNAPS_OF_ONE * SNAP
    )
      last++;
    joined.push(...joinCollinear(sorted.slice(first, last)));
    first = last;
  }
  return joined;
}

function joinCollinear(rules: readonly RuledLine[]): RuledLine[] {
  const position = weightedPosition(rules);
  const joined: RuledLine[] = [];
  // A dashed page has thousands of pieces, so the line being joined is changed in place.
  let current: { -readonly [key in keyof RuledLine]: RuledLine[key] } | undefined;
  for (const rule of [...rules].sort((a, b) => a.from - b.from || a.to - b.to)) {
    // A dash may be followed by a gap as long as itself.
    const gap = Math.max(PIECE_GAP, Math.min(rule.to - rule.from, LONGEST_DASH) * DASH_GAP);
    if (current !== undefined && rule.from <= current.to + gap) {
      current.to = Math.max(current.to, rule.to);
      current.thickness = Math.max(current.thickness, rule.thickness);
      current.edge &&= rule.edge;
    } else joined.push((current = { ...rule, position }));
  }
  return joined.filter((rule) => rule.to - rule.from >= SHORTEST);
}

/** The mean position, weighted by length; where there are drawn lines, the edges of fills do not count. */
function weightedPosition(rules: readonly RuledLine[]): number {
  const drawn = rules.filter((rule) => !rule.edge);
  const counted = drawn.length > 0 ? drawn : rules;
  let length = 0;
  let sum = 0;
  for (const { position, from, to } of counted) {
    const weight = to - from + 0.01;
    length += weight;
    sum += weight * position;
  }
  return sum / length;
}
