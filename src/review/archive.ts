/** What an archive's index knows of one document. */
export interface ArchiveRow {
  /** Address of its page; null where it has none. */
  readonly page: string | null;
  readonly name: string;
  readonly title: string | null;
  readonly issuer: string | null;
  readonly year: number | null;
  /** The status as a ledger has it. */
  readonly status: string;
  readonly errors: number;
  readonly warnings: number;
  /** Rules of its findings, notices included. */
  readonly rules: readonly string[];
  /** Whether the file was gone when its page was made. */
  readonly originalGone: boolean;
}

/** What the index shows. */
export interface ReviewedArchive {
  readonly rules: readonly { readonly id: string; readonly en: string; readonly zh: string }[];
  readonly rows: readonly PackedRow[];
}

/** A row without names, its rules given by their place in the list: one page holds tens of thousands of rows. */
export type PackedRow = readonly [
  page: string | null,
  name: string,
  title: string | null,
  issuer: string | null,
  year: number | null,
  status: string,
  errors: number,
  warnings: number,
  rules: readonly number[],
  originalGone: 0 | 1,
];

export function packRow(row: ArchiveRow, ruleIndex: (id: string) => number): PackedRow {
  const { page, name, title, issuer, year, status, errors, warnings, rules, originalGone } = row;
  const indices = rules.map(ruleIndex).sort((a, b) => a - b);
  return [page, name, title, issuer, year, status, errors, warnings, indices, originalGone ? 1 : 0];
}

export function unpackRow(packed: PackedRow, rules: ReviewedArchive["rules"]): ArchiveRow {
  const [page, name, title, issuer, year, status, errors, warnings, indices, originalGone] = packed;
  return {
    ...{ page, name, title, issuer, year, status, errors, warnings },
    rules: indices.map((index) => rules[index]!.id),
    originalGone: originalGone === 1,
  };
}
