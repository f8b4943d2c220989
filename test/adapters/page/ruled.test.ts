import { describe, expect, it } from "vitest";
import { inkOfSubpath } from "../../../src/adapters/page/ink/subpath.ts";
import { findLattices } from "../../../src/adapters/page/ruled/cells.ts";
import { latticesWithFrames } from "../../../src/adapters/page/ruled/frames.ts";
import { joinRules } from "../../../src/adapters/page/ruled/rules.ts";

type Rectangle = readonly [left: number, top: number, right: number, bottom: number];

/** The grids that shapes make on a page, each as columns × rows: cells. */
function grids(
  ...shapes: readonly { readonly points: readonly number[]; readonly round?: boolean }[]
): string[] {
  const ink = shapes.map(({ points, round = false }, order) =>
    inkOfSubpath(
      {
        points,
        closed: true,
        curved: round,
        colour: [220, 230, 240],
        strokeColour: [200, 200, 200],
        filled: !round,
        stroked: round,
        width: 0.75,
      },
      order,
    ),
  );
  return findLattices(joinRules(ink.flatMap(({ rules }) => rules))).map(
    ({ columns, rows, cells }) => `${columns.length - 1} × ${rows.length - 1}: ${cells.length}`,
  );
}

const filled = ([left, top, right, bottom]: Rectangle) => ({
  points: [left, top, right, top, right, bottom, left, bottom],
});

/** The outline of a rectangle with round corners: the ends of its sides and the control points of its curves. */
function rounded([left, top, right, bottom]: Rectangle, radius: number) {
  const [x0, y0, x1, y1] = [left + radius, top + radius, right - radius, bottom - radius];
  const pull = 0.55 * radius;
  const corners = [
    [x0, top, x1, top, x1 + pull, top, right, y0 - pull, right, y0],
    [right, y1, right, y1 + pull, x1 + pull, bottom, x1, bottom],
    [x0, bottom, x0 - pull, bottom, left, y1 + pull, left, y1],
    [left, y0, left, y0 - pull, x0 - pull, top, x0, top],
  ];
  return { points: corners.flat(), round: true };
}

/** Cells of 60 × 20 points in the given columns and rows. */
const cells = (columns: readonly number[], rows: readonly number[], apart = 0): Rectangle[] =>
  rows.flatMap((row) =>
    columns.map((column): Rectangle => [
      40 + 60 * column,
      50 + 20 * row,
      100 + 60 * column - apart,
      70 + 20 * row - apart,
    ]),
  );

describe("filled areas", () => {
  it("are cells where they fill a grid", () => {
    expect(grids(...cells([0, 1, 2], [0, 1, 2]).map(filled))).toEqual(["3 × 3: 9"]);
  });

  it("are no cells where they are bands of rows, though some join them", () => {
    const bands = cells([0, 1, 2], [1, 3, 5]);
    expect(grids(...bands.map(filled))).toEqual([]);
    expect(grids(...[...bands, [100, 70, 160, 150] as const].map(filled))).toEqual([]);
  });

  it("are no cells where they are bands of columns under a heading over several", () => {
    const bands = cells([1, 3], [1, 2, 3, 4]);
    expect(grids(...[...bands, [100, 50, 220, 70] as const].map(filled))).toEqual([]);
  });
});

describe("frames with round corners", () => {
  it("are cells", () => {
    const frames = cells([0, 1, 2], [0, 1, 2], 2);
    expect(grids(...frames.map((frame) => rounded(frame, 5)))).toEqual(["3 × 3: 9"]);
  });

  it("are none where they are small, or round on a whole side", () => {
    const digits = cells([0, 1, 2], [0, 1, 2]).map(([left, top]): Rectangle => [
      left,
      top,
      left + 8,
      top + 10,
    ]);
    expect(grids(...digits.map((digit) => rounded(digit, 2)))).toEqual([]);
    const plates = cells([0, 1, 2], [0, 1, 2], 2);
    expect(grids(...plates.map((plate) => rounded(plate, 9)))).toEqual([]);
  });
});

describe("frames in cells", () => {
  const line = (direction: "horizontal" | "vertical", position: number, from: number, to: number) =>
    ({ direction, position, from, to, thickness: 0.5, edge: false }) as const;
  const ruled = (xs: readonly number[], ys: readonly number[]) => [
    ...ys.map((y) => line("horizontal", y, xs[0]!, xs.at(-1)!)),
    ...xs.map((x) => line("vertical", x, ys[0]!, ys.at(-1)!)),
  ];

  it.each([
    ["in the middle", 5],
    ["near the upper line", 2],
  ])("divide no cell: %s", (_, distance) => {
    const box = [40, distance, 60, 20 - distance] as const;
    const table = ruled([0, 100, 200], [0, 20, 40]);
    const { lattices, frames } = latticesWithFrames([...table, ...ruled([40, 60], [box[1], box[3]])]);
    expect(frames.map((frame) => frame.box)).toEqual([box]);
    expect(lattices.map((one) => one.cells.length)).toEqual([4]);
  });
});
