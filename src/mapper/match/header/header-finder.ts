import { prepared } from "../../../arithmetic/prepared.ts";
import type { KnownBlock, KnownTable } from "../../form/known.ts";
import { ownYearColumns } from "./other-years.ts";
import type { FormHeader, FormRow, HeaderColumn } from "../../rows/form-row.ts";
import { withWholeHeadings } from "./cut-headings.ts";
import type { HeaderOf, HeaderMatch } from "./header-match.ts";
import { keepingMatches } from "./kept-matches.ts";
import { matchHeader } from "./match-header.ts";

/**
 * Finds headers, each only once for all forms that are laid over a document. `labels` are the column labels of all
 * forms: a printed label that is one of them is not a damaged form of another. `year` is the report's.
 */
export function headerFinder(labels: ReadonlySet<string>, year: number | null): HeaderOf {
  const thisYears = new Map<FormHeader, FormHeader>();
  const ofThisYear = (header: FormHeader): FormHeader => {
    let own = thisYears.get(header);
    if (!own) thisYears.set(header, (own = inThisYear(header, year, labels)));
    return own;
  };
  const matchOf = oncePerPair(
    keepingMatches(
      labels,
      year,
      (header, block) =>
        ofOwnYear(header, block, labels, year) ??
        ofWhole(header, block, labels) ??
        matchHeader(header, block, labels),
    ),
  );
  // The nearest header that carries at least half of the block's column labels.
  const nearestOf = oncePerPair((headers: FormRow["headers"], block: KnownBlock) => {
    for (const header of headers) {
      const match = matchOf(ofThisYear(header), block);
      if (match && match.matched * 2 >= block.columns.length) return match;
    }
    return null;
  });
  return (printed, { block }) => (printed.headers.length === 0 ? null : nearestOf(printed.headers, block));
}

/** The column labels of one form, which are the same set for all documents, so that matches kept for them are found again. */
export const columnLabelsOf = prepared(({ headings }: KnownTable): ReadonlySet<string> => new Set(headings));

/** Keeps the results of a function of two objects, because rows share their headers and forms share their blocks. */
function oncePerPair<A, B, Value>(make: (a: A, b: B) => Value): (a: A, b: B) => Value {
  const made = new Map<A, Map<B, Value>>();
  return (a, b) => {
    let own = made.get(a);
    if (!own) made.set(a, (own = new Map()));
    let value = own.get(b);
    if (value === undefined) own.set(b, (value = make(a, b)));
    return value;
  };
}

/** In the report of 2023, 2023年新收 is what a form calls 本年新收 or just 新收. */
function inThisYear(header: FormHeader, year: number | null, labels: ReadonlySet<string>): FormHeader {
  const isNamed = ({ text }: HeaderColumn) => text.includes(`${year}年`);
  if (year === null || !header.columns.some(isNamed)) return header;
  const own = (text: string) => {
    const [bare, named] = ["", "本年"].map((word) =>
      text.replace(THIS_YEARS, (all, of) => (Number(of) === year ? word : all)),
    );
    return labels.has(bare!) && !labels.has(named!) ? bare! : named!;
  };
  return {
    ...header,
    columns: header.columns.map((column) => {
      const texts = column.texts.map(own);
      return { ...column, texts, text: texts.join(""), leaf: own(column.leaf) };
    }),
  };
}

/** A year before the words of a heading. 年度 is not matched, because every form's words are compared without it. */
const THIS_YEARS = /(20\d\d)年(?=\p{sc=Han})(?!度)/gu;

/** The header read by the form's whole headings, where it keeps only the beginnings of some. */
function ofWhole(header: FormHeader, block: KnownBlock, labels: ReadonlySet<string>): HeaderMatch | null {
  const whole = withWholeHeadings(header, block, labels);
  return whole && matchHeader(whole, block, labels);
}

/** The header read by the columns of the report's own year, where columns of other years stand beside them. */
function ofOwnYear(
  header: FormHeader,
  block: KnownBlock,
  labels: ReadonlySet<string>,
  year: number | null,
): HeaderMatch | null {
  const own = ownYearColumns(header, block, labels, year);
  const match = own && matchHeader(own.header, block, labels);
  return match?.matched === block.columns.length ? { ...match, others: own!.others } : null;
}
