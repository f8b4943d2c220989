import type { ArchiveRow } from "../../review/index.ts";

/** What to filter an archive by; an empty text does not filter. */
export interface AskedFor {
  /** Words in the issuer's name, the title or the file's name. */
  readonly issuer: string;
  readonly year: string;
  readonly rule: string;
  readonly status: string;
}

const asksNothing: AskedFor = { issuer: "", year: "", rule: "", status: "" };

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

/** Stands for the year of reports that name none. */
export const UNKNOWN = "?";

/** The choices of each filter, with the number of rows for each. */
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

/**
 * Reads the filters from the part of the address after `#`, where they are kept so that the back button restores them.
 */
export function askedIn(hash: string): AskedFor {
  const given = new URLSearchParams(hash.replace(/^#/u, ""));
  const entries = Object.keys(asksNothing).map((key) => [key, given.get(key) ?? ""] as const);
  return Object.fromEntries(entries) as unknown as AskedFor;
}

export function hashOf(asked: AskedFor): string {
  return new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== "")).toString();
}
