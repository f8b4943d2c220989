import type { Conversion, Correction } from "../../model/index.ts";
import { compare } from "../store/buckets.ts";
import type { BucketGroup } from "../store/buckets.ts";
import { byDivision } from "./by-division.ts";
import type { Divisions } from "./by-division.ts";
import type { DatasetReport } from "../copies/reports.ts";
import { statusOf, statuses } from "../store/status.ts";
import type { Failure, Status } from "../store/status.ts";

/** Counts for the summary; their size depends on the number of issuers, years and rules, not on that of documents. */
export interface Tally {
  readonly inputs: number;
  readonly contents: number;
  readonly records: number;
  readonly retryable: number;
  readonly statuses: readonly (readonly [Status, number])[];
  /**
   * Issuers with the number of their records, also by year, most records first; null stands for issuers that were not
   * read.
   */
  readonly issuers: readonly {
    readonly issuer: string | null;
    readonly records: number;
    readonly years: ReadonlyMap<number | null, number>;
  }[];
  /** Inputs without a record in the order of the ledger; the first of them are named. */
  readonly unusable: readonly { readonly name: string; readonly status: Status; readonly detail: string }[];
  readonly divisions: Divisions;
  /** Rules with the number of documents that break them, most first. */
  readonly rules: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly documents: number;
    readonly example: string;
  }[];
  /** How many corrections are for contents that are not among the inputs. */
  readonly unusedCorrections: number;
}

export interface Counter {
  readonly add: (group: BucketGroup, outcome: Conversion | Failure) => void;
  readonly tally: (reports: Iterable<Pick<DatasetReport, "placement">>) => Tally;
}

/** How many inputs without a record are named; the ledger has all of them. */
const namedUnusable = 200;

/**
 * The most issuers that are counted by name, so that names invented by hostile documents do not fill the memory;
 * further ones count as not read.
 */
const maximumIssuers = 50_000;
const maximumIssuerLength = 60;

export function counter(corrections: readonly Correction[] = []): Counter {
  const count = { inputs: 0, contents: 0, records: 0, retryable: 0 };
  const unmet = new Set(corrections.map(({ source }) => source.sha256));
  const byStatus = new Map<Status, number>();
  const byIssuer = new Map<string | null, Map<number | null, number>>();
  const unusable: Tally["unusable"][number][] = [];
  const byRule = new Map<string, { severity: string; documents: number; example: string }>();
  return {
    add({ key, entries }, outcome) {
      unmet.delete(key);
      const failed = "status" in outcome ? outcome : null;
      const conversion = "status" in outcome ? null : outcome;
      const status = "status" in outcome ? outcome.status : statusOf(outcome);
      count.inputs += entries.length;
      count.contents += 1;
      byStatus.set(status, (byStatus.get(status) ?? 0) + entries.length);
      if (failed?.retryable) count.retryable += entries.length;
      for (const { name } of failed ? entries : [])
        if (unusable.length < namedUnusable) unusable.push({ name, status, detail: failed!.detail });
      if (conversion?.report == null) return;
      count.records += 1;
      const fields = entries.find((entry) => entry.fields)?.fields;
      const name = (conversion.report.issuer ?? fields?.["issuer"])?.slice(0, maximumIssuerLength) || null;
      const issuer = byIssuer.has(name) || byIssuer.size < maximumIssuers ? name : null;
      const year =
        conversion.report.year ?? (/^\d{4}$/.test(fields?.["year"] ?? "") ? Number(fields?.["year"]) : null);
      const years = byIssuer.get(issuer) ?? new Map<number | null, number>();
      byIssuer.set(issuer, years.set(year, (years.get(year) ?? 0) + 1));
      for (const rule of new Set(
        conversion.diagnostics.filter(({ severity }) => severity !== "notice").map(({ rule }) => rule),
      )) {
        const seen = byRule.get(rule);
        const first = conversion.diagnostics.find((it) => it.rule === rule);
        if (seen) seen.documents += 1;
        else
          byRule.set(rule, {
            severity: first?.severity ?? "",
            documents: 1,
            example: `${entries[0].name}: ${first?.message ?? ""}`.slice(0, 300),
          });
      }
    },
    tally: (reports) => ({
      ...count,
      unusedCorrections: corrections.filter(({ source }) => unmet.has(source.sha256)).length,
      unusable,
      divisions: byDivision(reports),
      statuses: statuses.flatMap((status) =>
        byStatus.has(status) ? [[status, byStatus.get(status) ?? 0] as const] : [],
      ),
      issuers: [...byIssuer]
        .map(([issuer, years]) => ({
          issuer,
          years,
          records: [...years.values()].reduce((sum, it) => sum + it, 0),
        }))
        .sort((a, b) => b.records - a.records || compare(a.issuer ?? "", b.issuer ?? "")),
      rules: [...byRule]
        .map(([rule, it]) => ({ rule, ...it }))
        .sort((a, b) => b.documents - a.documents || compare(a.rule, b.rule)),
    }),
  };
}
