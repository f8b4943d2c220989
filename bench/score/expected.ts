import type { CellValue, Contact, Period } from "../../src/model/index.ts";
import type { AnnexTruth, BrokenRule, ReportTruth, SectionTruth } from "../../test/support/factory/index.ts";

/** What a reader of one document must give back. Null parts are not known and not scored. */
export interface Expected {
  /** Every cell of every table that is known, by dotted path; null where the cell holds no value. */
  readonly values: Readonly<Record<string, CellValue>>;
  /** Numbers that stand in rows outside the usual form; they may be given back or left out. */
  readonly optional: Readonly<Record<string, number>>;
  /** Layout ids that are right for each table. */
  readonly layouts: Readonly<Record<string, readonly string[]>>;
  readonly fields: Partial<ExpectedFields> & Readonly<Record<`fact ${string}`, number>>;
  readonly sections: readonly SectionTruth[] | null;
  /** Lines that may stand in the last section without belonging to any section. */
  readonly signature: readonly string[];
  /** Every instance of a rule that the report itself breaks. */
  readonly broken: readonly BrokenRule[] | null;
}

/** The expectation for a document of which nothing is known. */
export const nothingKnown: Expected = {
  values: {},
  optional: {},
  layouts: {},
  fields: {},
  sections: null,
  signature: [],
  broken: null,
};

export interface ExpectedFields extends Contact {
  readonly title: string;
  readonly issuer: string;
  readonly year: number;
  readonly period: Period | null;
  readonly publicationDate: string | null;
  readonly indexNumber: string | null;
}

/** What a format's own head states beside the report: a portal's 索引号 table, a crawler's 发布时间. */
export interface PrintedHead {
  readonly publicationDate?: boolean;
  readonly indexNumber?: boolean;
}

/**
 * What a reader must give back of a drawn report. `sums: false` is for figures that were drawn without regard to the
 * form's arithmetic: what the rules find there is not scored.
 */
export function expectedOf(truth: ReportTruth | AnnexTruth, head: PrintedHead, sums: boolean): Expected {
  const { title, issuer, year, period, contact, publicationDate, indexNumber, signature } = truth;
  return {
    values: truth.values,
    optional: "tables" in truth ? extraRowValues(truth) : {},
    layouts: acceptedLayouts(truth.layouts),
    fields: {
      title,
      issuer,
      year,
      period,
      ...contact,
      publicationDate: signature.length > 0 || head.publicationDate ? publicationDate : null,
      indexNumber: head.indexNumber ? indexNumber : null,
      ...("facts" in truth && statedFacts(truth)),
    },
    sections: truth.sections,
    signature: [...signature, ...("across" in truth ? truth.across : [])],
    broken: sums ? truth.plantedErrors : null,
  };
}

/** Figures of the prose, scored like fields: they stand in the record beside the tables and never in them. */
function statedFacts({ facts }: AnnexTruth): Readonly<Record<`fact ${string}`, number>> {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [`fact ${name}`, value]));
}

/** Table 4 is the same in both forms. */
export function acceptedLayouts(layouts: Readonly<Record<string, string>>): Expected["layouts"] {
  const either = ["2019", "2021"];
  return Object.fromEntries(
    Object.entries(layouts).map(([table, id]) => [table, table === "reviewAndLitigation" ? either : [id]]),
  );
}

/** The row 其他主动公开文件 that one province printed: zeros without a path of their own in the truth. */
function extraRowValues({ tables }: ReportTruth): Expected["optional"] {
  const cells = tables.proactiveDisclosure.flat();
  return cells.some(({ text }) => text.replace(/\s/gu, "") === "其他主动公开文件") ? extraRow : {};
}

export const extraRow: Readonly<Record<string, number>> = {
  "proactiveDisclosure.otherDisclosedDocuments.newlyMade": 0,
  "proactiveDisclosure.otherDisclosedDocuments.newlyDisclosed": 0,
  "proactiveDisclosure.otherDisclosedDocuments.totalDisclosed": 0,
};
