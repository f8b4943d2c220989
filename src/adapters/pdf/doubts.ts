import { finding } from "../../findings/finding.ts";
import type { Finding, Limits } from "../../model/index.ts";
import type { AnalysedPage, DocumentBlock } from "../page/document.ts";
import type { FilePages } from "./pages.ts";
import { pdfjs } from "./reading/pdfjs.ts";
import { compareDigits, differingPages } from "./second-opinion.ts";

/** What was read, with doubts on its cells. */
export interface Doubted {
  readonly blocks: readonly DocumentBlock[];
  readonly diagnostics: readonly Finding[];
}

/** Doubts what stands on damaged pages; where anything gives reason, a second engine is asked about the digits. */
export async function doubt(
  file: FilePages,
  readable: readonly AnalysedPage[],
  blocks: readonly DocumentBlock[],
  limits: Limits,
): Promise<Doubted> {
  const { bytes, integrity, reading, recognized, unread, cutOff } = file;
  const on = (objects: ReadonlySet<number>): number[] =>
    readable.filter(({ page }) => objects.has(page.objectNumber)).map(({ page }) => page.number);
  const damaged = new Set(on(integrity.damagedPages));
  const weak = new Set(on(integrity.weakPages));
  const diagnostics = [
    ...[...damaged].map((page) => finding("pdf-stream-damaged", { at: { page } })),
    ...[...weak].map((page) => finding("pdf-objects-damaged", { at: { page } })),
  ];
  const doubted = withDamage(blocks, damaged, weak);
  const whySecond: Readonly<Record<string, boolean>> = {
    unchecked: !integrity.checked,
    streamsDamaged: damaged.size > 0,
    objectsDamaged: integrity.weakPages.size > 0,
    rebuilt: reading.rebuilt,
    cutOff,
    unreadableGlyphs: readable.some(({ page }) => page.glyphs.some((glyph) => glyph.unreadable)),
    pagesMissing: readable.length + unread.size < reading.pageCount,
  };
  if (!Object.values(whySecond).some(Boolean)) return { blocks: doubted, diagnostics };
  const typed = readable.filter(({ page }) => !recognized.has(page.number));
  const second = await readAgain(bytes, limits, doubted, typed);
  return { blocks: second.blocks, diagnostics: [...diagnostics, ...second.diagnostics] };
}

/** Reads the digits once more with the second engine and doubts those that differ. */
async function readAgain(
  bytes: Uint8Array,
  limits: Limits,
  blocks: readonly DocumentBlock[],
  typed: readonly AnalysedPage[],
): Promise<Doubted> {
  const second = await pdfjs.open(bytes, limits);
  if (second.outcome !== undefined) return { blocks, diagnostics: [finding("pdf-second-reading-failed")] };
  const differing = differingPages(typed, second.pages);
  return {
    blocks: compareDigits(blocks, typed, second.pages),
    diagnostics: [...differing].map((page) => finding("pdf-digits-differ", { at: { page } })),
  };
}

/**
 * Doubts every cell of a damaged page: both engines read the same wrong digits from a damaged stream, so nothing on its
 * page can be vouched for. On a page that lacks an object, its blank cells may have stood in that.
 */
function withDamage(
  blocks: readonly DocumentBlock[],
  damaged: ReadonlySet<number>,
  weak: ReadonlySet<number>,
): readonly DocumentBlock[] {
  if (damaged.size + weak.size === 0) return blocks;
  return blocks.map((block) =>
    block.kind === "paragraph"
      ? block
      : {
          kind: "table",
          table: {
            ...block.table,
            cells: block.table.cells.map((cell) =>
              cell.parts.some(({ page }) => damaged.has(page) || (cell.text === "" && weak.has(page)))
                ? { ...cell, doubt: { kind: "unreadable", reason: "damaged-stream" } as const }
                : cell,
            ),
          },
        },
  );
}
