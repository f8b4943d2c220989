import type { FormBlock, TableBlock } from "../blocks.ts";
import { writtenRows } from "../columns.ts";
import { packWord, word16 } from "./word.ts";
import type { WordOptions, WordParagraph, WordRun } from "./word.ts";

export interface DocOptions extends WordOptions {
  /** Every cell's number stands between a deleted and a hidden one. */
  readonly unseen?: boolean;
  /** A line break in a cell is a paragraph of its own, as WPS writes it. */
  readonly paragraphsInCells?: boolean;
}

/** sprmPFInTable, sprmPFTtp, sprmTDefTable, sprmCFRMarkDel, sprmCFVanish. */
const inTable = [...word16(0x2416), 1];
const rowEnd = [...word16(0x2417), 1];
const defineRow = word16(0xd608);
const deleted = [...word16(0x0800), 1];
const hidden = [...word16(0x083c), 1];

/** A report as a Word 97 document. */
export function renderDoc(blocks: readonly FormBlock[], options: DocOptions = {}): Uint8Array {
  const paragraphs = blocks.flatMap((block): WordParagraph[] => {
    if (block.kind === "table") return [...tableOf(block, options), { runs: [], mark: "\r" }];
    const style = block.kind === "heading" ? block.level : 0;
    return [{ runs: [{ text: lines(block.text) }], mark: "\r", style }];
  });
  return packWord(paragraphs, options);
}

function lines(text: string): string {
  return text.replaceAll("\n", "\u000b");
}

function tableOf(
  table: TableBlock,
  { unseen = false, paragraphsInCells = false }: DocOptions,
): WordParagraph[] {
  return writtenRows(table).flatMap((cells) => {
    const content = cells.flatMap(({ cell, begins }): WordParagraph[] => {
      const text = begins ? cell.text : "";
      const pieces = paragraphsInCells ? text.split("\n") : [lines(text)];
      const noise = unseen && cell.role === "value" && /\d/.test(text);
      return pieces.map((piece, index): WordParagraph => {
        const shown: WordRun[] = piece === "" ? [] : [{ text: piece }];
        const runs = noise
          ? [{ text: "7", changes: deleted }, ...shown, { text: "7", changes: hidden }]
          : shown;
        return { runs, mark: index === pieces.length - 1 ? "\u0007" : "\r", changes: inTable };
      });
    });
    const edges = [0, ...cells.map(({ right }) => right)].flatMap(word16);
    const descriptors = cells.flatMap(({ cell, begins }) => [
      ...word16(cell.rowSpan === 1 ? 0 : begins ? 0x60 : 0x20),
      ...new Array<number>(18).fill(0),
    ]);
    const definition = [cells.length, ...edges, ...descriptors];
    const changes = [...inTable, ...rowEnd, ...defineRow, ...word16(definition.length + 1), ...definition];
    return [...content, { runs: [], mark: "\u0007", changes }];
  });
}
