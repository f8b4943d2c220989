import { foldDigits } from "../../../printed/folding.ts";
import type { FormRow } from "../form-row.ts";

/** At least so many rows on end whose numbers begin with successive codes have lost all their borders. */
const ROWS = 5;

/** A row's code and how many cells the row has with it. */
interface Coded {
  readonly code: number;
  readonly cells: number;
}

/**
 * Doubts numbers that begin with their row's code (`at` 0), or end in the next row's (`at` -1), where the code has no
 * cell of its own: in lists of one cell a line the border between the two may be lost (11 | 25 printed as 1125).
 * `codes` are those of the rows that print one. Such a row has the code next to its neighbour's, and fewer cells.
 */
export function doubtCodesInNumbers(
  rows: readonly FormRow[],
  codes: ReadonlyMap<number, number>,
  at: 0 | -1,
): readonly FormRow[] {
  const coded = rows.map((row, index) => ownCode(row, codes.get(index)));
  const doubted = at === 0 ? withoutBorders(rows) : new Map<number, number>();
  for (const [index, code] of doubted) coded[index] ??= { code, cells: rows[index]!.values.length + 1 };
  for (const step of [1, -1]) {
    for (let index = step === 1 ? 1 : rows.length - 2; rows[index] && rows[index - step]; index += step) {
      const beside = coded[index - step];
      if (!beside || coded[index]) continue;
      const code = beside.code + step;
      if (rows[index]!.values.length >= beside.cells || !holdsCode(rows[index]!, code, at)) continue;
      coded[index] = { code, cells: beside.cells };
      doubted.set(index, code);
    }
  }
  return doubted.size === 0 ? rows : rows.map((row, index) => (doubted.has(index) ? doubtful(row, at) : row));
}

function ownCode({ values }: FormRow, code: number | undefined): Coded | undefined {
  return code === undefined ? undefined : { code, cells: values.length };
}

/** Whether a row's first number begins with a code, or its last one ends in it. */
function holdsCode({ kind, values }: FormRow, code: number, at: 0 | -1): boolean {
  if (code < 1 || (kind !== "listed" && kind !== "run")) return false;
  const digits = foldDigits(values.at(at)?.text ?? "").trim();
  const padded = String(code).padStart(2, "0");
  return [String(code), padded].some((text) => (at === 0 ? digits.startsWith(text) : digits.endsWith(text)));
}

/** The rows whose first numbers begin with successive codes of two digits, as where no border is left at all. */
function withoutBorders(rows: readonly FormRow[]): Map<number, number> {
  const found = new Map<number, number>();
  let from = 0;
  const codes = rows.map(({ kind, values }) =>
    kind === "listed" ? Number(/^[1-9]\d(?=\d)/u.exec(foldDigits(values[0]?.text ?? ""))?.[0]) : Number.NaN,
  );
  for (let index = 1; index <= rows.length; index++) {
    if (codes[index] === codes[index - 1]! + 1) continue;
    if (index - from >= ROWS) for (let row = from; row < index; row++) found.set(row, codes[row]!);
    from = index;
  }
  return found;
}

function doubtful(row: FormRow, at: 0 | -1): FormRow {
  const index = at === 0 ? 0 : row.values.length - 1;
  const doubt = { kind: "unreadable", reason: "code-and-number" } as const;
  return { ...row, values: row.values.map((value, each) => (each === index ? { ...value, doubt } : value)) };
}
