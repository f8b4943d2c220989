import type { FormBlock, TableBlock } from "../blocks.ts";
import { writtenRows } from "../columns.ts";
import { encode } from "../encode.ts";

export interface RtfOptions {
  /** Characters as `\u` with a question mark behind, or as GBK bytes of a font with that character set. */
  readonly characters?: "unicode" | "gbk";
  /** Where a row's definition stands: before its cells, behind them as well, or only behind. */
  readonly definition?: "before" | "both" | "behind";
  /** Every cell's number stands between a deleted and a hidden one. */
  readonly unseen?: boolean;
}

/** A report in Rich Text Format. */
export function renderRtf(blocks: readonly FormBlock[], options: RtfOptions = {}): Uint8Array {
  const head =
    "{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}}" +
    "{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 heading 1;}{\\s2\\outlinelevel1 heading 2;}}\n";
  const body = blocks.map((block) => {
    if (block.kind === "table") return tableRtf(block, options);
    const style = block.kind === "heading" && block.level > 0 ? `\\s${block.level}` : "";
    return `\\pard${style} ${escape(block.text, options)}\\par\n`;
  });
  return Uint8Array.from(`${head}${body.join("")}}`, (character) => character.charCodeAt(0));
}

function tableRtf(table: TableBlock, options: RtfOptions): string {
  const { definition = "before", unseen = false } = options;
  const rows = writtenRows(table).map((cells) => {
    const defined = `\\trowd${cells
      .map(({ cell, begins, right }) => {
        const merge = cell.rowSpan === 1 ? "" : begins ? "\\clvmgf" : "\\clvmrg";
        return `${merge}\\cellx${right}`;
      })
      .join("")}`;
    const content = cells
      .map(({ cell, begins }) => {
        const text = begins ? escape(cell.text, options) : "";
        const noise = unseen && cell.role === "value" && /\d/.test(text);
        return `${noise ? "{\\deleted 7}" : ""}${text}${noise ? "{\\v 7}" : ""}\\cell`;
      })
      .join("\n");
    const before = definition === "behind" ? "" : defined;
    const behind = definition === "before" ? "" : `{${defined}}`;
    return `${before}\\pard\\intbl ${content}${definition === "behind" ? defined : behind}\\row\n`;
  });
  return `${rows.join("")}\\pard\\par\n`;
}

function escape(text: string, { characters = "unicode" }: RtfOptions): string {
  return [...text]
    .map((character) => {
      if (character === "\n") return "\\line ";
      if (/[\\{}]/.test(character)) return `\\${character}`;
      if (character <= "~") return character;
      return characters === "gbk" ? gbk(character) : unicode(character);
    })
    .join("");
}

function unicode(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit > 32_767 ? unit - 65_536 : unit}?`).join("");
}

function gbk(character: string): string {
  const bytes = encode(character, { encoding: "gb18030" });
  if (bytes.length !== 2) return unicode(character);
  return [...bytes].map((byte) => `\\'${byte.toString(16).padStart(2, "0")}`).join("");
}
