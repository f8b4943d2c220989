import { nameOf } from "../../findings/index.ts";
import type { Language } from "../../index.ts";
import type { Change, Comparison, GoldenTally } from "../../golden/index.ts";
import { goldenWording } from "./golden-wording.ts";

/** The families that were looked for, and the one chosen for each table. */
type Forms = Parameters<typeof nameOf>[1];

/** How many cells of one document are shown; JSON has all of them. */
const shown = 30;

/** The changes of one document, one a line: kind, cell, both values, the place a moved number went to, labels. */
export function comparisonLines(
  { name, kind, otherBytes, outcome, layouts, fields, prose, cells }: Comparison,
  forms: Forms,
  language: Language,
): string[] {
  const words = goldenWording[language];
  const rows = [
    ...layouts.map((change) => [words.kinds[change.kind], `${words.layout} ${change.path}`, values(change)]),
    ...fields.map((change) => [words.kinds[change.kind], `${words.field} ${change.path}`, values(change)]),
    ...cells
      .slice(0, shown)
      .map((change) => [
        words.kinds[change.kind],
        change.path,
        values(change),
        remarks(change, forms, language),
      ]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]!.length)));
  return [
    `${name}: ${words.document[kind]}${otherBytes ? ` (${words.otherBytes})` : ""}`,
    ...(outcome ? [`  ${words.outcome(outcome.before, outcome.after)}`] : []),
    ...(prose ? [`  ${words.prose}`] : []),
    ...rows.map((row) =>
      `  ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd(),
    ),
    ...(cells.length > shown ? [`  ${words.more(cells.length - shown)}`] : []),
  ];
}

export function summaryLines(
  tally: GoldenTally,
  before: string,
  after: string,
  language: Language,
): string[] {
  const words = goldenWording[language];
  return [
    words.documents(tally),
    words.cells(tally),
    ...(before === after ? [] : [words.versions(before, after)]),
  ];
}

function values({ kind, before, after }: Change): string {
  const show = (value: Change["before"]): string => (value === null ? "–" : String(value));
  return kind === "flagged" || kind === "unflagged" ? show(after) : `${show(before)} → ${show(after)}`;
}

function remarks({ path, kind, to, from, doubted }: Change, forms: Forms, language: Language): string {
  const words = goldenWording[language];
  const pointer = `/report/tables/${path}`;
  const label = nameOf(pointer, forms);
  return [
    ...(doubted && kind !== "flagged" ? [words.doubted] : []),
    ...(to === undefined ? [] : [words.to(to)]),
    ...(from === undefined ? [] : [words.from(from)]),
    ...(pointer.endsWith(label) ? [] : [label]),
  ].join("; ");
}
