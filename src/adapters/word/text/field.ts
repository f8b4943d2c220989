import { unknownCharacter } from "./symbols.ts";

/** A field: its result is shown, its instruction is not. */
export interface Field {
  inResult: boolean;
  instruction: string;
  /** Where the stored result begins in the text. */
  resultStart?: number | undefined;
  /** Entries of a drop-down form field; `choice` is the one chosen (ISO 29500-1 17.16.9). */
  choices: string[];
  choice: number;
  /** State of a check box; undefined for other fields. */
  checked?: boolean | undefined;
}

/** Fields of which nothing is shown, whatever their stored result (17.16.5). */
const SILENT = "XE|TC|TA|RD|SET|ASK|PRIVATE";

/** Fields that print nothing by themselves. */
const printsNothing = new RegExp(String.raw`^\s{0,50}(?:${SILENT}|BARCODE|FORMTEXT|FORMCHECKBOX)\b`, "i");

/**
 * Fields that Word draws anew from their instruction whatever result is stored, today's date and page numbers among
 * them, and fields that show nothing of their result (17.16.5).
 */
export const drawnAnew = new RegExp(
  String.raw`^\s{0,50}(?:${SILENT}|SEQ\b[^"]{0,99}\\h|EQ|SYMBOL|MACROBUTTON|GOTOBUTTON|ADVANCE|FORMDROPDOWN|FORMCHECKBOX|PAGE|NUMPAGES|SECTIONPAGES|DATE|TIME)\b`,
  "i",
);

/** A link to a place in the document, which may be the mark of a note and then looks like one more digit. */
export const linkWithin = /^\s{0,50}HYPERLINK\s{1,50}(?:"#|\\l\b)/i;

/** True for a field without a stored result that shows what the program works out, which is not in the file. */
export function isWorkedOut({ instruction }: Pick<Field, "instruction">): boolean {
  return instruction.trim() !== "" && !printsNothing.test(instruction);
}

/** True for a formula or a number that the program counts: a stored result that is empty is no blank. */
export function isCounted({ instruction }: Pick<Field, "instruction">): boolean {
  return /^\s{0,50}(?:=|FORMULA\b|AUTONUM|LISTNUM\b|SEQ\b)/i.test(instruction);
}

/**
 * What a field without a stored result shows. Word draws some of them from the instruction alone; what these show is
 * unknown.
 */
export function shownWithoutResult({ instruction, choices, choice, checked }: Field): string {
  if (/^\s*FORMDROPDOWN\b/i.test(instruction)) return choices[choice] ?? "";
  if (checked !== undefined && /^\s*FORMCHECKBOX\b/i.test(instruction)) return checked ? "☒" : "☐";
  // The button's text follows the name of its macro (17.16.5.33).
  const button = /^\s{0,50}(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s+(\S.*)$/i.exec(instruction);
  if (button !== null) return button[1]!.trim();
  return /^\s*(EQ|SYMBOL|LISTNUM|AUTONUM\w*)\b/i.test(instruction) ? unknownCharacter : "";
}
