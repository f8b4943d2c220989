import type { LineReader } from "../../../src/model/index.ts";
import { digits, DPI, sheet, table } from "./draw.ts";
import { png } from "./png.ts";

/** Reads a 5 wherever it is shown a line. */
export const fivesReader: LineReader = {
  recognize: async (lines) => lines.map(() => [{ text: "5", probability: 0.99, at: 0.5 }]),
};

/** A page of 360 by 252 points as PNG: a table of four cells with one stroke each. */
export const pageOfFives = ((): Uint8Array => {
  const { scan, box } = sheet();
  table(box);
  for (const x of [200, 500]) for (const y of [120, 200]) digits(box, x, y, 1);
  return png(scan.grey, DPI);
})();
