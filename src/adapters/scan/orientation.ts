import type { LineReader } from "../../model/index.ts";
import { isFlat } from "./rules/flatness.ts";
import { readLayout, type ScannedPage } from "./index.ts";
import { allLines, laidOut, type PageLayout } from "./rules/layout.ts";
import { readOnce, type FirstReadings } from "./looks.ts";
import type { PrintedDigit } from "./digits/print.ts";
import { turnedBy, type Quarters } from "./raster/quarters.ts";
import type { Scan } from "./raster/raster.ts";
import {
  CLEARLY_MORE,
  LEAST_PROBABILITY,
  LEGIBLE,
  LINES_TRIED,
  LONG_LINE,
  ON_ITS_SIDE,
  SHORTEST_DIGIT,
  TALLEST_DIGIT,
} from "./raster/tolerances.ts";

export interface UprightPage extends ScannedPage {
  /** How many times it was turned clockwise by 90 degrees to be read. */
  readonly quarters: Quarters;
}

/**
 * A page read as it lies, or turned by the quarters at which its lines are words. Rules and digits do not show which
 * way up a page is, since a 0 stays a 0 and a 6 becomes a 9; but a line of words that stands on its head is read as
 * nothing or with little probability. `usual` is how the page before lay. Null where the page was not flat.
 */
export async function readUpright(
  scan: Scan,
  reader: LineReader,
  before: readonly PrintedDigit[],
  usual: Quarters,
): Promise<UprightPage | null> {
  let best: Standing | null = null;
  const tried = new Set<Quarters>();
  for (let quarters: Quarters | undefined = usual; quarters !== undefined;) {
    const one = await standing(turnedBy(quarters, scan), quarters, reader);
    tried.add(quarters);
    if (best === null || one.words > CLEARLY_MORE * best.words) best = one;
    if (one.words >= LEGIBLE) break;
    quarters = orderAfter(quarters, one).find((next) => !tried.has(next));
  }
  const { layout, quarters, readings } = best!;
  if (!isFlat(layout)) return null;
  return { ...(await readLayout(layout, reader, before, readings)), quarters };
}

/** One way a page may stand, and what was then read in some of its lines. */
interface Standing {
  readonly layout: PageLayout;
  readonly quarters: Quarters;
  readonly readings: FirstReadings;
  /** How many ideographs were read for sure. */
  readonly words: number;
  readonly longShare: number;
}

async function standing(scan: Scan, quarters: Quarters, reader: LineReader): Promise<Standing> {
  const layout = laidOut(scan);
  const { grey, dpi } = layout;
  const all = allLines(layout);
  const long = all.filter(({ left, top, right, bottom }) => {
    const high = bottom - top;
    const isText = high >= SHORTEST_DIGIT * dpi && high <= TALLEST_DIGIT * dpi;
    return isText && right - left >= LONG_LINE.least * high && right - left <= LONG_LINE.most * high;
  });
  const step = Math.max(1, long.length / LINES_TRIED);
  const some = Array.from(
    { length: Math.min(LINES_TRIED, long.length) },
    (_, at) => long[Math.floor(at * step)]!,
  );
  const read = await readOnce(reader, grey, some, dpi);
  const words = read
    .flat()
    .filter(
      ({ text, probability }) => probability >= LEAST_PROBABILITY && /\p{Script=Han}/u.test(text),
    ).length;
  const readings = new Map(some.map((line, at) => [line, read[at]!]));
  return { layout, quarters, readings, words, longShare: long.length / Math.max(1, all.length) };
}

/** The other ways a page may stand, the more likely first: on its side, or on its head. */
function orderAfter(quarters: Quarters, { longShare }: Standing): readonly Quarters[] {
  const steps = longShare < ON_ITS_SIDE ? [1, 3, 2] : [2, 1, 3];
  return steps.map((step) => ((quarters + step) % 4) as Quarters);
}
