import { FIGURES, NAUGHTS } from "../../../printed/numerals.ts";
import { yearIn } from "../../../printed/dates.ts";
import { withoutSpaces } from "./title-words.ts";

/** The year on a line of its own, beside a title that names none. */
export function yearLine(text: string): number | null {
  const plain = withoutSpaces(text).replace(/^[（(【[]|[)）】\]]$/gu, "");
  return YEAR_LINE.test(plain) ? yearIn(plain) : null;
}

/** A year on a line of its own: （2023年度）, 二〇二三年. */
export const YEAR_LINE = new RegExp(
  String.raw`^(?:[2２][0０][\d０-９]{2}年?[-－—–~～至])?(?:[${NAUGHTS}${FIGURES}]{4}|[2２][0０][\d０-９]{2})(?:学?年)?度?$`,
  "u",
);
