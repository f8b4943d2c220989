import { readLayout } from "../../src/adapters/scan/index.ts";
import type { Scan, ScannedPage } from "../../src/adapters/scan/index.ts";
import { laidOut } from "../../src/adapters/scan/rules/layout.ts";
import type { LineReader } from "../../src/model/index.ts";

/** The glyphs and rules of a scan that stands alone and upright. */
export function readScan(scan: Scan, reader: LineReader): Promise<ScannedPage> {
  return readLayout(laidOut(scan), reader, []);
}
