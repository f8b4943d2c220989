import type { Finding, Limits, PdfiumBinary } from "../../../model/index.ts";
import type { Page } from "../../page/sheet/page.ts";
import { angleOfText } from "../../page/sheet/turn.ts";
import type { Scan } from "../../scan/index.ts";
import type { AskedOfEngine, Engine, EngineReading } from "../engine/engine.ts";
import { againstActualText } from "../seen/actual-text.ts";
import { doubtCovered, unsureClaims } from "../seen/claims.ts";
import { look, taken } from "../seen/look.ts";
import { overlappingDigits } from "../../page/ink/digits.ts";
import { drawAnnotations } from "../pdfium/annotations.ts";
import { frameOf } from "../pdfium/frame.ts";
import { doubtTwice, repeatedIn } from "../seen/dropped.ts";
import { doubtUsed } from "../seen/layers.ts";
import { doubtLies } from "../seen/lies.ts";
import { drawsAnother } from "../seen/glyph-shapes.ts";
import type { DrawsAnother } from "../seen/glyph-shapes.ts";
import { readGlyphs } from "../pdfium/glyphs.ts";
import type { PlacedGlyph } from "../pdfium/glyphs.ts";
import { readInk } from "../pdfium/ink.ts";
import type { Library } from "../pdfium/library.ts";
import { openDocument } from "../pdfium/document.ts";
import { decryptedCopy } from "../pdfium/decrypt.ts";
import { drawScan } from "../pdfium/scan.ts";
import { readMarks } from "../pdfium/marks.ts";
import { suspect } from "../seen/reasons.ts";
import { unitFor } from "../engine/unit.ts";
import { adler32 } from "../bytes/streams.ts";
import { finding } from "../../../findings/finding.ts";
import { keptLibrary } from "./kept-library.ts";

/**
 * PDFium compiled to WebAssembly. It is ten times faster than pdf.js with its operator list, and needs no CMap files.
 */
export const pdfium = { id: "pdfium", open, decrypted, drawScan: drawScanned } satisfies Engine &
  Record<"decrypted" | "drawScan", unknown>;

/** The one that reads. It holds no document between calls, and is thrown away when a call traps. */
export const readingLibrary = keptLibrary();

async function open(
  bytes: Uint8Array,
  limits: Limits,
  {
    layers = false,
    usage = false,
    usageOfForms = false,
    remade = false,
    windows = false,
    lacksFonts = () => false,
    binary,
  }: AskedOfEngine = {},
): Promise<EngineReading> {
  const read = (unit: number) =>
    guarded(
      (library) =>
        readDocument(library, bytes, limits, {
          layers,
          usage,
          usageOfForms,
          remade,
          windows,
          lacksFonts,
          unit,
        }),
      binary,
    );
  const reading = (await read(1)) ?? damaged("engine");
  const unit = unitFor(reading.pages);
  return unit === 1 ? reading : ((await read(unit)) ?? damaged("engine"));
}

/** A scanned page as pixels; null where the engine cannot draw it. */
async function drawScanned(bytes: Uint8Array, page: number, binary?: PdfiumBinary): Promise<Scan | null> {
  return (await guarded((library) => drawScan(library, bytes, page), binary)) ?? null;
}

/** The file without its encryption; undefined where it is not opened without a password. */
async function decrypted(bytes: Uint8Array, binary?: PdfiumBinary): Promise<Uint8Array | undefined> {
  return guarded((library) => decryptedCopy(library, bytes), binary);
}

/**
 * What the engine is asked; undefined where it traps, which leaves its heap in an unknown state. The engine begins anew
 * for each document, which takes 0.03 ms, because it bends one font to stand for all that are not in the file: bold
 * text of one document changed the boxes of digits in the next.
 */
async function guarded<Result>(
  ask: (library: Library) => Result,
  binary: PdfiumBinary | undefined,
): Promise<Result | undefined> {
  const library = await readingLibrary.get(binary);
  try {
    const answer = ask(library);
    library.call.FPDF_DestroyLibrary!();
    library.call.PDFiumExt_Init!();
    return answer;
  } catch (error) {
    readingLibrary.forget();
    if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function nothing(outcome: Finding): EngineReading {
  return { outcome, pages: [], pageCount: 0, rebuilt: false, fontSums: [] };
}

function damaged(reason: "engine" | "structure" | "no-pages"): EngineReading {
  return { ...nothing(finding("damaged", { args: { reason } })), damaged: true };
}

function readDocument(library: Library, bytes: Uint8Array, limits: Limits, asked: Asked): EngineReading {
  const { call } = library;
  const opened = openDocument(library, bytes);
  if (opened === undefined)
    return nothing(
      finding("too-large", { args: { what: "bytes", size: bytes.length, limit: limits.maximumBytes } }),
    );
  const { document, close } = opened;
  try {
    // The engine's errors are FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY.
    if (document === 0)
      return [4, 5].includes(call.FPDF_GetLastError!())
        ? nothing(finding("encrypted"))
        : damaged("structure");
    const pageCount = call.FPDF_GetPageCount!(document);
    if (pageCount <= 0) return damaged("no-pages");
    if (pageCount > limits.maximumPages)
      return nothing(
        finding("too-large", { args: { what: "pages", size: pageCount, limit: limits.maximumPages } }),
      );
    const pages: Page[] = [];
    const fonts = new Map<number, number>();
    const drawn = drawsAnother(library);
    for (let index = 0; index < pageCount; index++) {
      const page = readPage(library, document, index, fonts, drawn, asked);
      if (page !== undefined) pages.push(page);
    }
    const rebuilt = call.FPDF_DocumentHasValidCrossReferenceTable!(document) === 0;
    return { pages, pageCount, rebuilt, fontSums: [...fonts.values()] };
  } finally {
    close();
  }
}

/** What is asked of the engine for each file, and how many points a unit of its user space is. */
type Asked = Required<Omit<AskedOfEngine, "binary">> & { readonly unit: number };

/**
 * Reads one page; undefined when the page object is missing or unusable. Adds to `fonts`, which holds checksums by
 * handle.
 */
function readPage(
  library: Library,
  document: number,
  index: number,
  fonts: Map<number, number>,
  drawn: DrawsAnother,
  { layers, usage, usageOfForms, remade, windows, lacksFonts, unit }: Asked,
): Page | undefined {
  const { call } = library;
  let page = call.FPDF_LoadPage!(document, index);
  const annotations = page === 0 ? undefined : drawAnnotations(library, document, page, windows);
  const annotated = annotations?.areAdded === true;
  if (annotated) {
    call.FPDF_ClosePage!(page);
    page = call.FPDF_LoadPage!(document, index);
  }
  if (page === 0) return undefined;
  try {
    const objectNumber = call.EPDFDoc_GetPageObjectNumberByIndex!(document, index);
    const shown = frameOf(library, page, unit);
    if (shown === undefined) return undefined;
    // What an object says in place of its glyphs must be taken out before the page's text is loaded.
    const objects = readInk(library, page, shown);
    const { actualTexts, layered, used } = readMarks(library, objects.texts.keys());
    const asShown = readGlyphs(library, page, shown);
    const turned = angleOfText(asShown.placed.map(({ glyph }) => glyph));
    const frame = turned === undefined ? shown : frameOf(library, page, unit, 4 - turned / 90)!;
    const painted = turned === undefined ? objects : readInk(library, page, frame);
    const text = turned === undefined ? asShown : readGlyphs(library, page, frame);
    for (const font of text.fonts) if (!fonts.has(font)) fonts.set(font, fontSum(library, font));
    const texts = [...painted.texts.keys()];
    const { apart, repainted } = repeatedIn(library, texts, text.placed);
    const printed = doubtTwice(text.placed, apart);
    const { placed, unshown } = doubtLies(
      library,
      page,
      frame,
      againstActualText(
        usage ? doubtUsed(printed, usageOfForms ? new Set([...used, ...painted.inForms]) : used) : printed,
        actualTexts,
      ),
      drawn,
      () => lacksFonts(objectNumber),
    );
    const pairs = overlappingPairs(placed);
    const { reasons, suspects, stubs } = suspect({
      placed,
      painted,
      layered: layers || layered,
      pairs,
      unshown,
      repainted,
    });
    const seen =
      reasons.size === 0
        ? taken(placed)
        : look(library, page, frame, {
            placed,
            texts,
            pairs,
            suspects,
            stubs,
            drawn: painted,
          });
    const claimed = unsureClaims(annotations?.claims ?? [], seen.glyphs, frame, remade);
    return {
      number: index + 1,
      objectNumber,
      width: frame.width,
      height: frame.height,
      ...seen,
      glyphs: doubtCovered(seen.glyphs, annotations?.covered ?? [], frame),
      rules: painted.rules,
      images: painted.images,
      ...(unit !== 1 && { unit }),
      ...(turned !== undefined && { turned }),
      ...(annotated && { annotated }),
      ...(claimed.length > 0 && { claimed }),
      truncated: painted.truncated || text.truncated,
    };
  } finally {
    call.FPDF_ClosePage!(page);
  }
}

function fontSum({ call, heap, scratch }: Library, font: number): number {
  if (call.FPDFFont_GetFontData!(font, 0, 0, scratch) === 0) return 0;
  const size = heap.HEAPU32[scratch >> 2]!;
  const data = call.malloc!(size);
  if (data === 0) return 0;
  call.FPDFFont_GetFontData!(font, data, size, scratch);
  const sum = adler32(heap.HEAPU8.subarray(data, data + size));
  call.free!(data);
  return sum;
}

/** Pairs of overlapping glyphs of which one is a digit, as indexes into `placed`. */
function overlappingPairs(placed: readonly PlacedGlyph[]): (readonly [number, number])[] {
  const seen = [...placed.keys()].filter((index) => placed[index]!.inked && !placed[index]!.unseen);
  const inked = seen.map((index) => ({ glyph: placed[index]!.glyph, colour: placed[index]!.style.colour }));
  return overlappingDigits(inked).map(([a, b]) => [seen[a]!, seen[b]!] as const);
}
