import type { Board, BoardLine } from "./board.ts";
import { silent, sum } from "./counts.ts";
import type { Counts } from "./counts.ts";
import type { YearBoard, YearLine } from "./years.ts";

/** Columns of the table and of the page. */
export const columns: readonly (readonly [heading: string, value: (counts: Counts) => string])[] = [
  ["documents", (it) => String(it.documents)],
  ["cells", (it) => String(it.cells)],
  ["right", (it) => share(it.right, it.cells)],
  ["of these flagged", (it) => share(it.rightFlagged, it.right)],
  ["wrong, flagged", (it) => String(it.wrongFlagged)],
  ["missing, flagged", (it) => String(it.missingFlagged)],
  ["WRONG AND SILENT", (it) => String(it.wrongSilent)],
  ["MISSING AND SILENT", (it) => String(it.missingSilent)],
  ["layouts", (it) => share(it.layoutsRight, it.layouts)],
  ["metadata", (it) => share(it.fieldsRight, it.fields)],
  ["sections", (it) => share(it.sectionsRight, it.sections)],
  ["errors found", (it) => (it.planted === 0 ? "–" : `${it.plantedFound}/${it.planted}`)],
  ["false alarms", (it) => String(it.falseAlarms)],
  ["CPU ms", (it) => (it.cpuMilliseconds / it.documents).toFixed(1)],
];

/** Columns of the archives' table. */
export const yearColumns: readonly (readonly [heading: string, value: (line: YearLine) => string])[] = [
  ["archives", (it) => String(it.archives)],
  ["reports", (it) => String(it.reports)],
  ["rules held", (it) => String(it.held)],
  ["left open", (it) => String(it.open)],
  ["breaks found", (it) => (it.planted === 0 ? "–" : `${it.found}/${it.planted}`)],
  ["false alarms", (it) => String(it.falseAlarms)],
  ["scattered archives", (it) => String(it.scattered)],
];

/** The lines people look at: every group, every format, every form, clean documents, everything. */
export function summary({ lines }: Board): readonly (readonly [name: string, counts: Counts])[] {
  const total = (name: string, of: readonly BoardLine[]) =>
    [name, sum(of.map(({ counts }) => counts))] as const;
  const by = (key: (line: BoardLine) => string, prefix: string) =>
    [...new Set(lines.map(key))].map((value) =>
      total(
        prefix + value,
        lines.filter((line) => key(line) === value),
      ),
    );
  return [
    ...by(({ group }) => group, ""),
    ...by(({ format }) => format, "format: "),
    ...by(({ form }) => form, "form: "),
    ...by(({ profile }) => profile, "reports: "),
    total(
      "clean renderings",
      lines.filter(({ clean }) => clean),
    ),
    total("ALL", lines),
  ].filter(([, counts]) => counts.documents > 0);
}

export function printBoard(board: Board): string {
  return table([
    ["", ...columns.map(([heading]) => heading)],
    ...summary(board).map(([name, counts]) => [name, ...columns.map(([, value]) => value(counts))]),
  ]);
}

export function printYears({ lines, failures }: YearBoard): string {
  const rows = lines.map((line) => [
    `archives: ${line.name}`,
    ...yearColumns.map(([, value]) => value(line)),
  ]);
  return [table([["", ...yearColumns.map(([heading]) => heading)], ...rows]), ...failures].join("\n");
}

/** The first row is the heading, with its words one above the other. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, index) =>
    Math.max(
      ...rows.map((row) => (index > 0 && row === rows[0] ? longestWord(row[index]!) : row[index]!.length)),
    ),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((text, index) => (index === 0 ? text.padEnd(widths[0]!) : text.padStart(widths[index]!)))
      .join("  ");
  const headings = rows[0]!.map((heading) => heading.split(" "));
  const deep = Math.max(...headings.map((words) => words.length));
  const head = Array.from({ length: deep }, (_, at) =>
    line(headings.map((words) => words[at - deep + words.length] ?? "")),
  );
  return [...head, ...rows.slice(1).map(line)].join("\n");
}

export function passes(board: Board): boolean {
  return board.lines.every(({ counts }) => silent(counts) === 0);
}

/** Whether every planted break was found, and nothing else. */
export function yearsPass({ lines }: YearBoard): boolean {
  return lines.every(({ planted, found, falseAlarms }) => found === planted && falseAlarms === 0);
}

function longestWord(text: string): number {
  return Math.max(...text.split(" ").map((word) => word.length));
}

/** Rounded down, so that 100 % means all. */
function share(part: number, whole: number): string {
  return whole === 0 ? "–" : `${(Math.floor((part / whole) * 10_000) / 100).toFixed(2)} %`;
}
