import { layOut } from "../blocks.ts";
import type { FormBlock } from "../blocks.ts";
import { renderPdfs } from "../pdf/index.ts";
import type { PdfOptions } from "../pdf/index.ts";
import { seeded } from "../random.ts";
import type { ReportTruth } from "../truth.ts";
import { bindSheets } from "./bind.ts";
import { drawSheets } from "./draw.ts";
import type { Sheet } from "./draw.ts";
import {
  faded,
  photographed,
  punched,
  shadowed,
  shownThrough,
  skewed,
  stained,
  stamped,
  turnedOver,
  worn,
} from "./paper.ts";
import type { Damage } from "./paper.ts";
import { bilevel, blurred, grainy, jpeg } from "./sensor.ts";

/** A way to spoil a report between the printer and the archive; `rate` is the share of cells that must come out right. */
export interface ScanKind {
  readonly id: string;
  readonly dpi: number;
  readonly damages: readonly Damage[];
  readonly rate: number;
}

const kind = (id: string, dpi: number, rate: number, ...damages: Damage[]): ScanKind => ({
  id,
  dpi,
  damages,
  rate,
});

/** From clean to hardly legible. */
export const scanKinds: readonly ScanKind[] = [
  kind("clean", 200, 0.995, blurred(8)),
  kind("clean-300", 300, 0.995, blurred(4)),
  kind("noisy", 200, 0.95, skewed(0, 1), blurred(6), grainy(6), jpeg(50)),
  kind("dpi-150", 150, 0.9, skewed(0, 0.5), blurred(8), grainy(3), jpeg(70)),
  kind("dpi-135", 135, 0, skewed(0, 0.5), blurred(6), grainy(3), jpeg(60)),
  kind("jpeg-30", 200, 0.8, skewed(0, 0.5), blurred(6), grainy(8), jpeg(30)),
  kind("jpeg-15", 200, 0, blurred(6), grainy(4), jpeg(15)),
  kind("faded", 200, 0.8, skewed(0, 0.5), faded, blurred(6), grainy(4), jpeg(60)),
  kind("red-stamp", 200, 0.8, stamped("red"), blurred(6), grainy(4), jpeg(60)),
  kind("dark-stamp", 200, 0, stamped("dark red"), blurred(6), grainy(4), jpeg(60)),
  kind("grey-stamp", 200, 0.8, stamped("grey"), blurred(6), grainy(4), jpeg(60)),
  kind("skew-3", 200, 0.8, skewed(2.5, 3), blurred(6), grainy(4), jpeg(60)),
  kind("fax", 200, 0.6, skewed(0, 0.5), blurred(4), bilevel),
  kind("stained", 200, 0, stained, punched, blurred(6), grainy(4), jpeg(60)),
  kind("worn", 200, 0, worn(120), blurred(6), grainy(4), jpeg(60)),
  kind("shown-through", 200, 0, shownThrough, blurred(6), grainy(4), jpeg(60)),
  kind("shadow", 200, 0, skewed(0, 1), shadowed, blurred(6), grainy(4), jpeg(60)),
  kind("turned", 200, 0.95, skewed(0, 0.5), turnedOver, blurred(6), grainy(4), jpeg(60)),
  kind("photo", 200, 0, photographed, shadowed, blurred(2), grainy(8), jpeg(40)),
];

/** The tables of reports with their headings, one PDF each: what the prose adds is time. */
export function printForScans(
  reports: readonly ReportTruth[],
  options: readonly PdfOptions[] = [{}],
): Promise<Uint8Array[]> {
  const jobs = reports.map((truth, at) => ({
    blocks: layOut(truth).filter(isFormOnly),
    options: options[at % options.length]!,
  }));
  return renderPdfs("chromium", jobs);
}

function isFormOnly(block: FormBlock): boolean {
  return block.kind !== "paragraph";
}

/** A printed report, scanned: a PDF of pictures. The same seed gives the same damage. */
export async function scanned(pdf: Uint8Array, kind: ScanKind, seed: number): Promise<Uint8Array> {
  return bindSheets(await scannedSheets(pdf, kind, seed));
}

/** The same as sheets. */
export async function scannedSheets(
  pdf: Uint8Array,
  kind: ScanKind,
  seed: number,
): Promise<readonly Sheet[]> {
  return spoilt(await drawSheets(pdf, kind.dpi), kind, seed);
}

/** Sheets of paper as such a scan of them shows them. */
export function spoilt(sheets: readonly Sheet[], { damages }: ScanKind, seed: number): readonly Sheet[] {
  const random = seeded(seed);
  return sheets.map((sheet) => damages.reduce((worse, damage) => damage(worse, random), sheet));
}
