import { finding } from "../../../findings/finding.ts";
import type { Finding } from "../../../model/index.ts";
import { endLike, matchLabel, type KnownLabel } from "../../../printed/labels.ts";
import { meansOther } from "../../../printed/other-meanings.ts";
import { bracketsAtEnd, isQualified } from "../../../printed/qualified.ts";
import type { KnownRow } from "../../form/known.ts";
import type { RowFit } from "../../match/fit/fit.ts";
import type { FormRow } from "../../rows/form-row.ts";

/**
 * Reports a row's label that differs from the form's: a misprint, another name, or the form's label with an added
 * bracket.
 */
export function doubtLabel(
  printed: FormRow,
  { known, match }: RowFit,
  rows: readonly KnownRow[],
): readonly Finding[] {
  const { label, basis, enumerator } = known.row;
  const where = { paths: known.pointers, at: printed.at };
  const found: Finding[] = [];
  if (match.kind === "fuzzy") {
    const words = printed.labels.at(-1) ?? endLike(printed.context, known.label);
    const other =
      match.isMisread === true ||
      holdsAnotherRow(words, known, rows) ||
      (basis !== "recall" && meansOther(words, known.label, enumerator !== ""));
    const args = { label, printed: printedLabel(printed), basis };
    found.push(finding("label-fuzzy", { ...where, severity: other ? "warning" : "notice", args }));
  }
  const qualified = qualifiedLabel(printed, known.label) ?? labelWithNumber(printed, known.label);
  if (qualified !== null)
    found.push(finding("label-fuzzy", { ...where, args: { label, printed: qualified } }));
  return found;
}

/**
 * Whether a cell also names another row of the table, because it is merged over two rows or text from above runs into
 * it.
 */
function holdsAnotherRow(words: string, { key, label: own }: KnownRow, rows: readonly KnownRow[]): boolean {
  return rows.some(
    (row) =>
      row.key !== key &&
      row.label.some(
        ({ text }) =>
          text.length >= TELLING && words.includes(text) && !own.some((known) => known.text.includes(text)),
      ),
  );
}

/**
 * A label with a number behind it in the same cell (属于国家秘密 3) while a cell of the row is blank: the number may
 * belong there.
 */
function labelWithNumber({ labels, values }: FormRow, own: KnownLabel): string | null {
  if (own.some(({ text }) => /\d$/u.test(text)) || values.every(({ text }) => text.trim() !== ""))
    return null;
  return labels.find((text) => NUMBER_BEHIND.test(text)) ?? null;
}

const NUMBER_BEHIND = /\p{sc=Han}[)）]?\d[\d.,]*$/u;

/** Shorter labels are often parts of others: 其他, 总数. */
const TELLING = 4;

/** A row's label, or a cell beside it, with a bracket that changes what it counts; null where there is none. */
function qualifiedLabel({ labels, context }: FormRow, known: KnownLabel): string | null {
  if (known.length === 0) return null;
  if (labels.length === 0) return isQualified(bracketsAtEnd(context), known) ? context.slice(-40) : null;
  const isOwn = (text: string) => text.startsWith("(") || matchLabel(text, known).score > 0;
  return labels.find((text) => text.includes("(") && isOwn(text) && isQualified(text, known)) ?? null;
}

function printedLabel(row: FormRow): string {
  return row.labels.at(-1) ?? row.context.slice(-40);
}
