import type { Box } from "../../model/index.ts";
import { alignedTable } from "./unruled/aligned-table.ts";
import { continueTable, tableOfFragment } from "./ruled/continue.ts";
import type { Fragment, PageTable } from "./sheet/table.ts";
import type { Glyph, Page } from "./sheet/page.ts";
import { ruledFragments } from "./ruled/fragments.ts";
import { findFurniture } from "./prose/furniture.ts";
import { doubtInverted, doubtUneven } from "./sheet/doubtful.ts";
import { dedupe } from "./sheet/glyphs.ts";
import { withoutWatermark } from "./sheet/watermark.ts";
import { median } from "./sheet/median.ts";
import { withoutPhantomRows } from "./ruled/phantom-rows.ts";
import type { ProseParagraph } from "./prose/prose.ts";
import type { PrintedLine } from "./sheet/printed-line.ts";
import { reflowPage } from "./prose/prose.ts";
import { linesOf } from "./sheet/text.ts";
import type { TextLine } from "./sheet/text.ts";
import { upright } from "./sheet/turn.ts";
import { findZones } from "./unruled/zones.ts";

/** One page after each step: what an engine gave, the tables found on it, and the lines outside them. */
export interface AnalysedPage {
  readonly page: Page;
  readonly back: (box: Box) => Box;
  readonly turn: (glyphs: readonly Glyph[]) => readonly Glyph[];
  readonly fragments: readonly Fragment[];
  /** Lines outside tables, page furniture included. */
  readonly lines: readonly TextLine[];
}

export type DocumentBlock =
  | { readonly kind: "paragraph"; readonly paragraph: ProseParagraph }
  | { readonly kind: "table"; readonly table: PageTable };

export function analysePage(shown: Page): AnalysedPage {
  const turned = upright({ ...shown, glyphs: withoutWatermark(dedupe(shown.glyphs)) });
  const { back, turn } = turned;
  const page = { ...turned.page, glyphs: doubtUneven(doubtInverted(turned.page.glyphs)) };
  const { fragments, rest } = ruledFragments(page);
  // Text outside tables that is turned by quarters is a margin note and a line of its own.
  const lines = [0, 90, 180, 270].flatMap((angle) =>
    linesOf(rest.filter((glyph: Glyph) => glyph.angle === angle)),
  );
  return { page, back, turn, fragments, lines };
}

/** Tables and paragraphs of the whole document in reading order. */
export function assemble(pages: readonly AnalysedPage[]): DocumentBlock[] {
  const furniture = findFurniture(pages);
  const measures = measure(pages, furniture);
  const blocks: DocumentBlock[] = [];
  let prose: PrintedLine[] = [];
  const flush = () => {
    for (const zone of findZones(prose)) {
      const table = zone.kind === "table" ? alignedTable(zone.rows) : undefined;
      if (table !== undefined) blocks.push({ kind: "table", table });
      else
        blocks.push(
          ...reflowPage(zone.lines).map((paragraph) => ({ kind: "paragraph" as const, paragraph })),
        );
    }
    prose = [];
  };
  for (const [index, { page, fragments, lines }] of pages.entries()) {
    const items: Item[] = [
      ...lines
        .filter((line) => !furniture.has(line))
        .map((line) => ({ top: line.box[1], left: line.box[0], line })),
      ...fragments.map((fragment) => ({ top: fragment.rows[0]!, left: fragment.columns[0]!, fragment })),
    ];
    items.sort((a, b) => a.top - b.top || a.left - b.left);
    for (const [place, item] of items.entries()) {
      if ("line" in item) {
        prose.push({ line: item.line, page: page.number, ...measures[index]! });
        continue;
      }
      const before = prose.length === 0 ? blocks.at(-1) : undefined;
      // Only the first block on a page can continue the last block on the page before.
      const continued =
        place === 0 && before?.kind === "table" && before.table.fragments.at(-1)!.page === page.number - 1
          ? continueTable(before.table, item.fragment)
          : undefined;
      if (continued !== undefined) blocks[blocks.length - 1] = { kind: "table", table: continued };
      else {
        flush();
        blocks.push({ kind: "table", table: tableOfFragment(item.fragment) });
      }
    }
  }
  flush();
  return blocks.map((block) =>
    block.kind === "table" && block.table.ruled
      ? { ...block, table: withoutPhantomRows(block.table) }
      : block,
  );
}

type Item = { readonly top: number; readonly left: number } & (
  { readonly line: TextLine } | { readonly fragment: Fragment }
);

/** The left and right edge of each page's text; a page with only a few short lines takes the document's edges. */
function measure(
  pages: readonly AnalysedPage[],
  furniture: ReadonlySet<TextLine>,
): { left: number; right: number }[] {
  const own = pages.map(({ lines }) => {
    const prose = lines.filter((line) => !furniture.has(line) && line.glyphs[0]?.angle === 0);
    return {
      left: Math.min(...prose.map((line) => line.start)),
      right: Math.max(...prose.map((line) => line.end)),
    };
  });
  const finite = own.filter(({ left, right }) => left < right);
  const common = {
    left: median(finite.map((one) => one.left)),
    right: median(finite.map((one) => one.right)),
  };
  return own.map(({ left, right }) =>
    right >= common.right - 20 && left <= common.left + 20 ? { left, right } : common,
  );
}
