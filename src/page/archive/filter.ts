import type { ArchiveRow } from "../../review/index.ts";

/** What is asked of an archive; an empty text asks nothing. */
export interface AskedFor {
  /** Words in the issuer's name, the title or the file's name. */
  readonly issuer: string;
  readonly year: string;
  readonly rule: string;
  readonly status: string;
}

export const asksNothing: AskedFor = { issuer: "", year: "", rule: "", status: "" };

export function matching(rows: readonly ArchiveRow[], asked: AskedFor): readonly ArchiveRow[] {
  const words = asked.issuer.toLowerCase().split(/\s+/u).filter(Boolean);
  return rows.filter(({ issuer, title, name, year, rules, status }) => {
    const text = [issuer, title, name].join("\n").toLowerCase();
    return (
      words.every((word) => text.includes(word)) &&
      (asked.year === "" || String(year ?? UNKNOWN) === asked.year) &&
      (asked.rule === "" || rules.includes(asked.rule)) &&
      (asked.status === "" || status === asked.status)
    );
  });
}

/** Stands for the year of a report that names none. */
export const UNKNOWN = "?";

/** What can be asked, with how many rows there are of each. */
export function choices(
  rows: readonly ArchiveRow[],
): Readonly<Record<"years" | "rules" | "statuses", readonly (readonly [string, number])[]>> {
  const count = (of: (row: ArchiveRow) => readonly string[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const row of rows) for (const key of of(row)) counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
  };
  const byName = (counts: Map<string, number>) => [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    years: byName(count(({ year }) => [String(year ?? UNKNOWN)])).reverse(),
    rules: [...count(({ rules }) => rules)].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)),
    statuses: byName(count(({ status }) => [status])),
  };
}

/** The filters as they stand behind `#` in the address, so that going back finds them. */
export function askedIn(hash: string): AskedFor {
  const given = new URLSearchParams(hash.replace(/^#/u, ""));
  const entries = Object.keys(asksNothing).map((key) => [key, given.get(key) ?? ""] as const);
  return Object.fromEntries(entries) as unknown as AskedFor;
}

export function hashOf(asked: AskedFor): string {
  return new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== "")).toString();
}
