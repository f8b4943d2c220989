import { finding } from "../../findings/finding.ts";
import type { Finding, Helpers, Limits, Source } from "../../model/index.ts";
import { holdsAscii } from "./bytes/ascii.ts";
import { hasEnd, withTrailer } from "./bytes/file-end.ts";
import { countForms } from "./bytes/form-xobjects.ts";
import { layersOf } from "./bytes/layers.ts";
import { lacksFonts } from "./bytes/unnamed-fonts.ts";
import { scanObjects } from "./bytes/objects.ts";
import type { ObjectScan } from "./bytes/objects.ts";
import type { EngineReading } from "./engine/engine.ts";
import { pdfium } from "./reading/pdfium.ts";

/** A file that the engine has opened, and the objects in its bytes. */
export interface OpenedFile {
  readonly bytes: Uint8Array;
  readonly scan: ObjectScan;
  readonly reading: EngineReading;
  /** Whether the file has lost its end. */
  readonly cutOff: boolean;
}

interface RefusedFile {
  readonly refused: Finding;
}

/** The most form XObjects that one page may draw: a report has none, a map some thousands, a nesting bomb 10¹⁰. */
const MOST_FORMS = 20_000;

/** Opens a file: what could keep the engine busy for ever is refused before it is asked, because it cannot be interrupted. */
export async function open(
  { bytes }: Source,
  limits: Limits,
  helpers: Helpers,
): Promise<OpenedFile | RefusedFile> {
  if (bytes.length === 0) return { refused: finding("empty") };
  if (bytes.length > limits.maximumBytes) return { refused: overLimit("bytes", limits.maximumBytes) };
  const plain = isEncrypted(bytes) ? await pdfium.decrypted(bytes, helpers.pdfium) : undefined;
  const scan = scanObjects(plain ?? bytes, limits.maximumInflatedBytes);
  if (scan.tooLarge) return { refused: overLimit("inflated bytes", limits.maximumInflatedBytes) };
  if (countForms(scan) > MOST_FORMS) return { refused: overLimit("form XObjects", MOST_FORMS) };
  const { areAny, areUnsure, formsAreUnsure } = layersOf(scan);
  const asked = {
    layers: areAny,
    usage: areUnsure,
    usageOfForms: formsAreUnsure,
    remade: asksAppearances(scan),
    windows: opensWindows(scan),
    lacksFonts: (page: number) => lacksFonts(scan, page),
    binary: helpers.pdfium,
  };
  const cutOff = !hasEnd(bytes);
  let reading = await pdfium.open(bytes, limits, asked);
  const isRepaired = reading.damaged === true && cutOff;
  if (isRepaired) reading = await pdfium.open(withTrailer(bytes, scan), limits, asked);
  if (reading.outcome !== undefined) return { refused: isRepaired ? finding("truncated") : reading.outcome };
  return { bytes, scan, reading, cutOff };
}

export function overLimit(what: string, limit: number): Finding {
  return finding("too-large", { args: { what, limit } });
}

/** Whether the form asks viewers to draw its fields anew (12.7.2). */
function asksAppearances({ objects }: ObjectScan): boolean {
  return [...objects.values()].some(({ text }) => /\/NeedAppearances\s+true\b/.test(text));
}

/** Whether the window of some note is open (12.5.6.14). */
function opensWindows({ objects }: ObjectScan): boolean {
  return [...objects.values()].some(({ text }) => /\/Popup\b/.test(text) && /\/Open\s+true\b/.test(text));
}

/** Whether some trailer names an encryption dictionary (PDF 32000-1, 7.6.1). */
function isEncrypted(bytes: Uint8Array): boolean {
  return holdsAscii(bytes, "/Encrypt");
}
