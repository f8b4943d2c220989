import type { ObjectScan } from "./objects.ts";

/**
 * The fonts that a program makes when it recognizes a scan and traces its letters, as ClearScan does: what they say is
 * what was recognized, and nobody has read it.
 */
const TRACED = /\/(?:BaseFont|FontName|Name)\s{0,8}\/(?:[A-Z]{6}\+)?Fd\d{4,10}(?![A-Za-z\d])/;

/** Whether the letters of a page are traced from a scan and say what a program took them for. */
export function isTraced({ objects }: ObjectScan): boolean {
  return [...objects.values()].some(({ text }) => TRACED.test(text));
}
