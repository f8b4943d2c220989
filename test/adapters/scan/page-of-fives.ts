import type { Scan } from "../../../src/adapters/scan/index.ts";
import type { LineReader } from "../../../src/model/index.ts";
import { digits, DPI, heading, sheet, table } from "./draw.ts";
import { png } from "./png.ts";

const words = [..."青石市人民政府办公室二〇二二年政府信息公开工作年度报告及附表其一至其三共三页"];

/** Reads a 5 in a short line, and as many words in a long one as tell that the page stands upright. */
export const fivesReader: LineReader = {
  recognize: async (lines) =>
    lines.map(({ width, height }) =>
      (width > 3 * height ? words : ["5"]).map((text, at, all) => ({
        text,
        probability: 0.99,
        at: (at + 0.5) / all.length,
      })),
    ),
};

/** A page of 360 by 252 points: a heading, and a table of four cells with one stroke each. */
export function scanOfFives(): Scan {
  const { scan, box } = sheet();
  heading(box);
  table(box);
  for (const x of [200, 500]) for (const y of [120, 200]) digits(box, x, y, 1);
  return scan;
}

/** The same as PNG. */
export const pageOfFives: Uint8Array = png(scanOfFives().grey, DPI);
