import { finding } from "../../../findings/index.ts";
import type { Finding, Place } from "../../../model/index.ts";
import type { Found } from "./found.ts";
import { sameOffice } from "../titles/issuer.ts";
import { areOne, twoOffices } from "../titles/two-offices.ts";
import type { FoundPeriod } from "./period.ts";
import type { Title } from "../titles/title.ts";

interface DifferingEntry {
  readonly key: string;
  readonly value: string;
  readonly at: Place;
}

interface Evidence {
  readonly title: Title | null;
  readonly issuer: Found | null;
  /** The year as printed; `guessedYear` may be derived from the date. */
  readonly year: number | null;
  readonly guessedYear: number | null;
  /** The year that only sentences name. */
  readonly inferredYear: { readonly value: number; readonly at: Place } | null;
  /** The day of the last change, where no other date is printed. */
  readonly onlyUpdated: { readonly raw: string; readonly at: Place } | null;
  readonly publicationDate: string | null;
  /** All titles in the document, the chosen one first. */
  readonly titles: readonly Title[];
  readonly periods: readonly FoundPeriod[];
  /** A span of days that begins a sentence and is not the period. */
  readonly otherSpan: FoundPeriod | null;
  readonly dates: readonly (string | null)[];
  /** Fields that may be printed without being read. */
  readonly unread: readonly {
    readonly field: string;
    readonly value: unknown;
    readonly printed: { readonly raw: string; readonly at: Place } | null;
  }[];
  /** What two labels of one kind name otherwise. */
  readonly differing: readonly { readonly taken: DifferingEntry; readonly other: DifferingEntry }[];
  /** Offices that sign, announce or compile the report, or that a page names as its publisher. */
  readonly signatures: readonly { readonly value: string; readonly at: Place }[];
  /** An office on the line beside that of the issuer. */
  readonly beside: { readonly value: string; readonly at: Place } | null;
  /** The year of the report that the opening sentence announces. */
  readonly announcedYear: { readonly value: number; readonly at: Place } | null;
  /** The year that the chapters are about, if it is not the title's. */
  readonly textYear: { readonly year: number; readonly at: Place } | null;
}

/** Reports what is missing, and what two places in the document state differently. */
export function fieldFindings(evidence: Evidence): readonly Finding[] {
  return [
    ...missing(evidence),
    ...titleConflicts(evidence),
    ...yearConflicts(evidence),
    ...timeConflicts(evidence),
    ...spanConflict(evidence),
    ...signed(evidence),
    ...joined(evidence),
    ...evidence.differing.map(({ taken, other }) =>
      finding("contact-differs", {
        path: `/report/contact/${taken.key}`,
        at: other.at,
        args: { taken: taken.value, other: other.value },
      }),
    ),
    ...evidence.unread.flatMap(({ field, value, printed }) =>
      value !== null || printed === null
        ? []
        : [finding("field-unread", { path: `/report/${field}`, at: printed.at, args: { raw: printed.raw } })],
    ),
  ];
}

function missing(evidence: Evidence): readonly Finding[] {
  return [
    ...(evidence.title ? [] : [finding("title-missing", { path: "/report/title" })]),
    ...(evidence.issuer ? [] : [finding("issuer-missing", { path: "/report/issuer" })]),
    ...unstatedYear(evidence),
  ];
}

function unstatedYear({ year, guessedYear, inferredYear }: Evidence): readonly Finding[] {
  const path = "/report/year";
  if (guessedYear === null) return [finding("year-missing", { path })];
  if (inferredYear !== null)
    return [finding("year-inferred", { path, at: inferredYear.at, actual: guessedYear })];
  return year === null ? [finding("year-guessed", { path, actual: guessedYear })] : [];
}

/**
 * Reports a second title that names another office or year, because it is another report's. A title that merely names
 * less is no conflict.
 */
function titleConflicts({ title, titles }: Evidence): readonly Finding[] {
  if (!title) return [];
  const other = titles.find(
    ({ issuer, year, value }) =>
      value !== title.value &&
      issuer !== null &&
      ((year !== null && title.year !== null && year !== title.year) ||
        (title.issuer !== null && !sameOffice(issuer, title.issuer))),
  );
  if (!other) return [];
  return [
    finding("title-conflict", {
      path: "/report/title",
      paths: ["/report/title", "/report/issuer", "/report/year"],
      at: other.at,
      expected: other.value,
      actual: title.value,
    }),
  ];
}

/**
 * A report over two years: 2022—2023年度. The years of a plan (2021—2025年规划) or of a school year are something else.
 */
const TWO_YEARS = /20\d{2}年?度?(?:[-－—–~～至和、与]|——)20\d{2}年(?!规划)/u;

function yearConflicts({ title, textYear, announcedYear, year }: Evidence): readonly Finding[] {
  const path = "/report/year";
  if (!title || title.year === null)
    return textYear === null || year === null
      ? []
      : [finding("text-of-other-year", { path, at: textYear.at, expected: textYear.year, actual: year })];
  const words = TWO_YEARS.exec(title.value.replace(/\s+/gu, ""))?.[0];
  return [
    ...(words === undefined
      ? []
      : [finding("two-years-in-title", { path, at: title.at, actual: title.year, args: { words } })]),
    ...(announcedYear !== null && announcedYear.value !== title.year
      ? [
          finding("announced-year-conflict", {
            path,
            at: announcedYear.at,
            expected: announcedYear.value,
            actual: title.year,
          }),
        ]
      : []),
    ...(textYear
      ? [
          finding("text-of-other-year", {
            path,
            at: textYear.at,
            expected: textYear.year,
            actual: title.year,
          }),
        ]
      : []),
  ];
}

function timeConflicts({ year, periods, dates, publicationDate, onlyUpdated }: Evidence): readonly Finding[] {
  const found: Finding[] = [];
  const [period] = periods;
  if (year !== null && period && period.value.year !== year) {
    const paths = ["/report/year", "/report/period"];
    found.push(
      finding("year-conflict", {
        path: "/report/year",
        paths,
        at: period.at,
        expected: period.value.year,
        actual: year,
      }),
    );
  }
  const second = periods.find(
    ({ value, named }) => named && period?.named && spanOf(value) !== spanOf(period.value),
  );
  if (period && second) {
    found.push(
      finding("period-conflict", {
        path: "/report/period",
        at: second.at,
        args: { taken: spanOf(period.value), other: spanOf(second.value) },
      }),
    );
  }
  if (publicationDate === null) return found;
  const path = "/report/publicationDate";
  if (onlyUpdated)
    found.push(
      finding("publication-date-of-change", { path, at: onlyUpdated.at, args: { raw: onlyUpdated.raw } }),
    );
  const date = dates.find((one) => one !== null && one !== publicationDate);
  if (date)
    found.push(finding("publication-date-conflict", { path, expected: date, actual: publicationDate }));
  // Some reports are written in the last days of their year, and those of a school year in autumn.
  const isOver = period?.value.year === year && period !== undefined && publicationDate > period.value.to;
  if (year !== null && publicationDate < `${year}-12-01` && !isOver)
    found.push(finding("publication-date-early", { path, expected: year, actual: publicationDate }));
  return found;
}

function spanConflict({ periods: [period], otherSpan }: Evidence): readonly Finding[] {
  if (period && daysOf(period.value) > LONGEST_YEAR) {
    const paths = ["/report/period", "/report/year"];
    return [
      finding("period-long", {
        path: "/report/period",
        paths,
        at: period.at,
        args: { taken: spanOf(period.value) },
      }),
    ];
  }
  if (!period || !otherSpan || otherSpan.value.year !== period.value.year) return [];
  const args = { taken: spanOf(period.value), other: spanOf(otherSpan.value) };
  return [finding("period-unsure", { path: "/report/period", at: otherSpan.at, args })];
}

const LONGEST_YEAR = 366;
const DAY = 86_400_000;

function daysOf({ from, to }: { readonly from: string; readonly to: string }): number {
  return (Date.parse(to) - Date.parse(from)) / DAY + 1;
}

function spanOf({ from, to }: { readonly from: string; readonly to: string }): string {
  return `${from}/${to}`;
}

/** The end of the name of a place, or of whoever governs it; other offices of the place may sign for them. */
const GOVERNS = /(?:政府|政府办|办公室|办公厅|管委会|管理委员会|[省市县区州盟旗镇乡]|街道|办事处)$/u;

/** Reports a signature, a publisher or an announcement by an office of another place than the title's, or by another department of the same place. */
function signed({ issuer, signatures }: Evidence): readonly Finding[] {
  const other = issuer && signatures.find(({ value }) => isAnother(value, issuer.value));
  if (!other) return [];
  return [
    finding("issuer-conflict", {
      path: "/report/issuer",
      at: other.at,
      expected: other.value,
      actual: issuer.value,
    }),
  ];
}

/** Reports two offices that the title names together, or that stand on two lines of it. */
function joined({ issuer, beside }: Evidence): readonly Finding[] {
  if (!issuer) return [];
  const isOther = beside && isAnother(beside.value, issuer.value) && !areOne(beside.value, issuer.value);
  const other = isOther ? beside : null;
  const names = twoOffices(issuer.value, issuer.raw) ?? (other && [issuer.value, other.value]);
  if (names === null) return [];
  const args = { one: names[0], other: names[1] };
  return [finding("two-offices", { path: "/report/issuer", at: other?.at ?? issuer.at, args })];
}

function isAnother(signature: string, issuer: string): boolean {
  if (sameOffice(issuer, signature)) return false;
  const samePlace = signature.slice(0, 2) === issuer.slice(0, 2);
  return !samePlace || ![issuer, signature].some((name) => GOVERNS.test(name));
}
