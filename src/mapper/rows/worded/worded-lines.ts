import { prepared } from "../../../arithmetic/prepared.ts";
import type { Block } from "../../../model/index.ts";
import { withoutEnumerator } from "../../../printed/enumerators.ts";
import { normalizeLabel } from "../../../printed/folding.ts";
import { matchLabel } from "../../../printed/labels.ts";
import { WHOLE_LABEL } from "../../../printed/likely-labels.ts";
import { everyMatch } from "../../../printed/matches.ts";
import type { FormRow } from "../form-row.ts";
import type { LabelsOfForm } from "./form-labels.ts";

type Line = Extract<Block, { kind: "line" }>;

/** A line of a form is short; a longer one is prose. */
const LONGEST = 300;
/** The name of a field in a line: letters, perhaps a unit in brackets, and a colon. */
const FIELD = /[\p{L}\p{N}（）()“”、]{2,40}[:：](?!\/\/)/gu;

/** In 参观人数（单位：人次）：5 only the last colon ends a label. */
const UNIT = /[（(]单位[:：]([^（）()]{1,8})[）)]/gu;

/** What a line of `label：value` pairs prints, whatever form asks. */
interface PrintedFields {
  readonly text: string;
  readonly fields: readonly Field[];
  /** A label and its value with spaces between them, in a line without colons. */
  readonly spaced: readonly [label: string, value: string] | null;
}

interface Field {
  /** The label as labels are compared. */
  readonly name: string;
  /** Where the field begins in the text, and where its value does. */
  readonly start: number;
  readonly end: number;
}

const fieldsOf = prepared((line: Line): PrintedFields => {
  if (line.text.length > LONGEST) return { text: "", fields: [], spaced: null };
  // A bar is the border of a cell and no word.
  const text = line.text.replaceAll("|", " ").trim().replace(UNIT, "（$1）");
  const fields = /[:：]/u.test(text) ? everyMatch(text, FIELD) : [];
  const spaced = fields.length > 0 ? null : /^\s*(\S{2,40})[ \t\u3000]+(\S.*)$/u.exec(text);
  return {
    text,
    fields: fields.map(({ 0: field, index }) => ({
      name: nameIn(field.slice(0, -1)),
      start: index,
      end: index + field.length,
    })),
    spaced: spaced && [nameIn(spaced[1]!), spaced[2]!.trim()],
  };
});

function nameIn(label: string): string {
  return withoutEnumerator(normalizeLabel(label));
}

/**
 * The rows in a line of `label：value` pairs, as they stand below a table or instead of one; none where no label is one
 * of the form's.
 */
export function labelledLine({ rowsLike }: LabelsOfForm, line: Line, block: number): readonly FormRow[] {
  const { at } = line;
  const { text, fields, spaced } = fieldsOf(line);
  const isKnown = (name: string) =>
    rowsLike(name).some((known) => matchLabel(name, known).score >= WHOLE_LABEL);
  const pairs = fields.map(({ name, end }, index): readonly [string, string] => {
    const valueTo = (next: Field | undefined) => text.slice(end, next?.start ?? text.length).trim();
    const value = valueTo(fields[index + 1]);
    // In 类别：其他：☑图书馆 everything behind the first label is its value, because no other field begins right behind
    // a label.
    const nextKnown = () => fields.slice(index + 1).find((other) => isKnown(other.name));
    return [name, value === "" && isKnown(name) ? valueTo(nextKnown()) : value];
  });
  return [...pairs, ...(spaced === null ? [] : [spaced])]
    .filter(([name]) => isKnown(name))
    .map(([name, value]) => ({
      block,
      labels: [name],
      context: "",
      values: [{ text: value, at }],
      kind: "listed",
      coveredBlank: false,
      headers: [],
      at,
    }));
}
