import type { Block } from "../../../model/index.ts";
import { withoutEnumerator } from "../../../printed/enumerators.ts";
import { normalizeLabel } from "../../../printed/folding.ts";
import { matchLabel, type KnownLabel } from "../../../printed/labels.ts";
import type { FormRow } from "../form-row.ts";

/** A line of a form is short; a longer one is prose. */
const LONGEST = 300;
/** A label that agrees this well with one of the form is that one. */
const KNOWN = 0.9;
/** The name of a field in a line: letters, perhaps a unit in brackets, and a colon. */
const FIELD = /[\p{L}\p{N}（）()“”、]{2,40}[:：](?!\/\/)/gu;

/** In 参观人数（单位：人次）：5 only the last colon ends a label. */
const UNIT = /[（(]单位[:：]([^（）()]{1,8})[）)]/gu;

/**
 * The rows in a line of `label：value` pairs, as they stand below a table or instead of one; none where no label is one
 * of the form's.
 */
export function labelledLine(
  labels: readonly KnownLabel[],
  line: Extract<Block, { kind: "line" }>,
  block: number,
): readonly FormRow[] {
  const { at } = line;
  if (line.text.length > LONGEST) return [];
  // A bar is the border of a cell and no word.
  const text = line.text.replaceAll("|", " ").trim().replace(UNIT, "（$1）");
  const fields = [...text.matchAll(FIELD)];
  const isKnown = (label: string) =>
    labels.some((known) => matchLabel(withoutEnumerator(normalizeLabel(label)), known).score >= KNOWN);
  const pairs = fields.map((field, index) => {
    const label = field[0].slice(0, -1);
    const valueTo = (next: RegExpExecArray | undefined) =>
      text.slice(field.index + field[0].length, next?.index ?? text.length).trim();
    const value = valueTo(fields[index + 1]);
    // In 类别：其他：☑图书馆 everything behind the first label is its value, because no other field begins right behind
    // a label.
    const nextKnown = fields.slice(index + 1).find((other) => isKnown(other[0].slice(0, -1)));
    return { label, value: value === "" && isKnown(label) ? valueTo(nextKnown) : value };
  });
  const spaced = /^\s*(\S{2,40})[ \t\u3000]+(\S.*)$/u.exec(text);
  const candidates =
    pairs.length > 0 ? pairs : spaced ? [{ label: spaced[1]!, value: spaced[2]!.trim() }] : [];
  return candidates.flatMap(({ label, value }): readonly FormRow[] => {
    const name = withoutEnumerator(normalizeLabel(label));
    if (!labels.some((known) => matchLabel(name, known).score >= KNOWN)) return [];
    return [
      {
        block,
        labels: [name],
        context: "",
        values: [{ text: value, at }],
        kind: "listed",
        coveredBlank: false,
        headers: [],
        at,
      },
    ];
  });
}
