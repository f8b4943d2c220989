import type { Conversion, Template } from "../../model/index.ts";

/** A column of a table among the outputs: its name, its type (of Frictionless Table Schema), its meaning, its value. */
export interface Column<Row> {
  readonly name: string;
  readonly type: "string" | "integer" | "number" | "boolean";
  readonly en: string;
  readonly zh: string;
  /** All possible values, where they are few. */
  readonly among?: readonly string[];
  /** Whether its values are only known when all conversions are, as of a dataset, see `TableInSteps`. */
  readonly late?: boolean;
  readonly of: (row: Row) => LongTableValue | null | undefined;
}

/** What a column holds. */
export type LongTableValue = string | number | boolean;

/** A table that every conversion adds rows to; CSV, Parquet, DuckDB and the data package are made from it. */
export interface LongTable<Row> {
  readonly columns: readonly Column<Row>[];
  /** `templates` must hold every layout the conversion names. */
  readonly rows: (conversion: Conversion, templates: readonly Template[]) => Iterable<Row>;
}

/** What rows are made from. */
export interface OfConversion {
  readonly conversion: Conversion;
}

export const reportColumns: readonly Column<OfConversion>[] = [
  {
    name: "issuer",
    type: "string",
    en: "Body that issued the report",
    zh: "发布机关",
    of: ({ conversion }) => conversion.report?.issuer,
  },
  {
    name: "year",
    type: "integer",
    en: "Year the report is about",
    zh: "报告年度",
    of: ({ conversion }) => conversion.report?.year,
  },
];

export const sourceColumns: readonly Column<OfConversion>[] = [
  {
    name: "source",
    type: "string",
    en: "The input, see the ledger",
    zh: "输入文件，见台账",
    of: ({ conversion }) => conversion.source.name,
  },
  {
    name: "sha256",
    type: "string",
    en: "Hash of the input's content",
    zh: "输入内容的 SHA-256",
    of: ({ conversion }) => conversion.source.sha256,
  },
];
