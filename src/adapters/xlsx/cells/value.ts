import { cellText } from "../../sheet/shown/cell-text.ts";
import type { Run, RunLook } from "../../sheet/shown/cell-text.ts";
import { isUndecided } from "../../sheet/marks.ts";
import { shownNumber, shownText } from "../../sheet/shown/number-format.ts";
import type { Shown } from "../../sheet/shown/number-format.ts";
import type { StringRun } from "./strings.ts";
import type { CellStyle } from "../styles/cell-style.ts";

/** A cell as it is written (CT_Cell, ISO 29500-1 18.3.1.4). */
export interface WrittenSheetCell {
  /** `s`, `inlineStr`, `str`, `n`, `b`, `e` or `d`. */
  readonly type: string;
  readonly value: string | null;
  readonly inline: readonly StringRun[];
  readonly hasFormula: boolean;
  /** The formula gives a number, so a blank text is not its result. */
  readonly isOfNumber?: boolean;
}

export interface Workbook {
  readonly strings: readonly (readonly StringRun[])[];
  readonly is1904: boolean;
  /** The program works out formulas anew when it opens the file, so what is stored may not be what is shown. */
  readonly recalculates: boolean;
}

/**
 * What a cell shows, and why it must not be used as a number. `isNumber`: where its column is too narrow, nothing of it
 * is shown.
 */
export interface CellContent extends Shown {
  readonly isNumber: boolean;
}

export function shownCell(
  cell: WrittenSheetCell,
  style: CellStyle,
  book: Workbook,
  showsZeros: boolean,
): CellContent {
  const content = contentOf(cell, style, book, showsZeros);
  const isDark = isUndecided(content.colour ?? style.look.colour, style.ground);
  return isDark && /\d/.test(content.text) ? { ...content, doubt: content.doubt ?? "faint-text" } : content;
}

function contentOf(
  cell: WrittenSheetCell,
  style: CellStyle,
  { strings, is1904, recalculates }: Workbook,
  showsZeros: boolean,
): CellContent {
  const { type, value, inline, hasFormula, isOfNumber = false } = cell;
  const plain = (shown: Shown, isNumber: boolean): CellContent => {
    const { text, doubt } = cellText([{ text: shown.text, look: lookOf(shown, style) }], style.ground);
    const formula = hasFormula && recalculates ? "formula" : undefined;
    return { isNumber, ...shown, text, doubt: shown.doubt ?? doubt ?? formula };
  };
  if (type === "inlineStr") return richText(inline, style);
  if (type === "s") {
    const runs = strings[Number(value)];
    return runs === undefined ? { text: "", doubt: "missing-part", isNumber: false } : richText(runs, style);
  }
  const isText = type === "str" || type === "e" || type === "d" || type === "b";
  // A program that works out no formulas leaves no value, so there is nothing that could be shown.
  if (hasFormula && (value === null || (value === "" && (!isText || isOfNumber))))
    return { text: "", doubt: "formula", isNumber: false };
  if (value === null || value === "") return { text: "", isNumber: false };
  if (type === "b") return plain({ text: value === "1" ? "TRUE" : "FALSE" }, false);
  if (isText) return plain(shownText(value, style.pattern), false);
  const number = /^[+-]?\d{0,400}(?:\.\d{0,400})?(?:e[+-]?\d{1,4})?$/i.test(value)
    ? Number(value)
    : Number.NaN;
  if (!Number.isFinite(number)) return { text: value, doubt: "not-a-number", isNumber: false };
  if (number === 0 && !showsZeros) return { text: "", doubt: "unseen-text", isNumber: true };
  return plain(shownNumber(number, style.pattern, is1904), true);
}

function richText(runs: readonly StringRun[], style: CellStyle): CellContent {
  const single = runs.length === 1 && runs[0]!.look === undefined;
  const shown: Shown = single ? shownText(runs[0]!.text, style.pattern) : { text: "" };
  if (shown.doubt !== undefined) return { ...shown, isNumber: false };
  const looked = single
    ? [{ text: shown.text, look: lookOf(shown, style) }]
    : runs.map(({ text, look }): Run => ({
        text,
        look: look === undefined ? style.look : { ...style.look, struck: false, script: undefined, ...look },
      }));
  const { text, doubt } = cellText(looked, style.ground);
  return { text, doubt, colour: shown.colour, isNumber: false };
}

/** A format may give the text a colour of its own. */
function lookOf({ colour }: Shown, { look }: CellStyle): RunLook {
  return colour === undefined ? look : { ...look, colour };
}
