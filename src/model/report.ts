/** One report, normalized. Plain values only; where each came from stands in the evidence. */
export interface AnnualReport {
  readonly schema: "gongkai/report/1";
  readonly title: string | null;
  readonly issuer: string | null;
  readonly year: number | null;
  readonly period: Period | null;
  /** ISO date (`2020-01-31`). */
  readonly publicationDate: string | null;
  readonly indexNumber: string | null;
  readonly documentNumber: string | null;
  readonly contact: Contact;
  /** Laws and notices the report says it was written under, as printed, in order. */
  readonly basis: readonly string[];
  /** Whom the figures cover, as printed, where the report states it. */
  readonly scope: string | null;
  readonly sections: readonly Section[];
  /** Every cell of the chosen template of each table. Null is blank or unreadable, never zero. */
  readonly tables: Tables;
  /** What belongs to no known form, as printed: whole tables, and rows and columns added to a known one. None of it is in `tables`. */
  readonly otherTables: readonly OtherTable[];
  /** Figures the prose states, in order; never mixed into the tables. */
  readonly facts: readonly NarrativeFact[];
}

/** A table of no known form, or what a known table has beyond its form, its values under its own labels. */
export interface OtherTable {
  /** Key in `tables` of the table whose form lacks these rows or columns; null for a table of its own. */
  readonly within: string | null;
  /** The line above it, where that is short. */
  readonly title: string | null;
  /** Headings of the values, header rows above each other joined; empty where the table has none. */
  readonly columns: readonly string[];
  readonly rows: readonly { readonly labels: readonly string[]; readonly values: readonly string[] }[];
}

/** A figure stated in the prose. Its evidence holds the words that state it. */
export interface NarrativeFact {
  /** What it counts: `applicationsReceived`, `reconsiderations`, `feesCollected` … */
  readonly fact: string;
  readonly value: number;
  /** The text says 约, 余, 多, or rounds to 万. */
  readonly approximate: boolean;
  /**
   * The words that say the figure is about a part, another office or another span of time than the report; null where
   * there are none.
   */
  readonly population: string | null;
  readonly unit: string;
  /** Number of the section, and paragraph within it from 0, in which its sentence begins. */
  readonly section: number;
  readonly paragraph: number;
  readonly sentence: string;
}

/** ISO dates, both ends included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export interface Contact {
  readonly address: string | null;
  readonly postcode: string | null;
  readonly telephone: string | null;
  readonly fax: string | null;
  readonly email: string | null;
}

/**
 * `number` is the ordinal of the form; 0 is the text before the first section. A chapter that no form has gets 100 plus
 * its own ordinal; a paper sent along with the report gets 200 plus its number among them, from 1.
 */
export interface Section {
  readonly number: number;
  /** As printed, ordinal included; for number 0 an empty string. */
  readonly title: string;
  /** Prose in order, sub-headings included; table cells are not prose. */
  readonly paragraphs: readonly string[];
  /** Which paragraphs are sub-headings: index into `paragraphs` from 0, level from 1 (（一） is 1, `1.` is 2). */
  readonly headings: readonly { readonly paragraph: number; readonly level: number }[];
}

/** The rows of a list of unknown length are an array. */
export interface Tables {
  readonly [key: string]: Tables | readonly Tables[] | CellValue;
}

/**
 * A number; a text, a date or the key of an option; the keys of several options; null where nothing stands, or nothing
 * certain.
 */
export type CellValue = number | string | readonly string[] | null;
