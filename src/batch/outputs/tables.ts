import { randomBytes } from "node:crypto";
import type { Conversion } from "../../model/index.ts";
import { cellTable } from "../../writers/tables/cell-table.ts";
import { findingTable } from "../../writers/tables/finding-table.ts";
import type { FindingRow } from "../../writers/tables/finding-table.ts";
import type { Column, LongTable, OfConversion } from "../../writers/contract/long-table.ts";
import type { DatasetReport } from "../copies/reports.ts";

/**
 * A conversion with its place in the dataset. A shard alone does not know which copy is preferred, and while documents
 * are still converted `unsettled` stands for it.
 */
export interface DatasetConversion extends Conversion {
  readonly dataset: {
    readonly reportId: string;
    readonly preferred: boolean | null | typeof unsettled;
  };
}

/**
 * Stands in drafts where the final value goes. It begins with a character that Unicode reserves for the inside of
 * programs, and no document can know the rest.
 */
export const unsettled: string = `\ufdd0${randomBytes(6).toString("hex")}`;

const inDataset: readonly Column<OfConversion>[] = [
  {
    name: "report_id",
    type: "string",
    en: "The report it belongs to, see the reports",
    zh: "所属报告，见报告表",
    of: ({ conversion }) => (conversion as DatasetConversion).dataset.reportId,
  },
  {
    name: "preferred",
    type: "boolean",
    en: "Whether it is of the copy that stands for the report",
    zh: "是否出自代表该报告的文件",
    of: ({ conversion }) => (conversion as DatasetConversion).dataset.preferred,
  },
];

function placed<Row extends OfConversion>({ columns, rows }: LongTable<Row>): LongTable<Row> {
  return { columns: [...inDataset, ...columns], rows };
}

/** The table with these columns depending on the other copies of a report. */
function dependent<Row>(
  { columns, rows }: LongTable<Row>,
  isLate: (name: string) => boolean,
): LongTable<Row> {
  return { columns: columns.map((it) => (isLate(it.name) ? { ...it, late: true } : it)), rows };
}

/**
 * How many differing cells of a copy get a row among the findings. If two copies turn out to be from two offices,
 * nearly all cells differ, and each row would repeat the sentence. The sentence gives the full count, and the table of
 * cells marks each of them with the rule.
 */
const DIFFERING_CELLS_NAMED = 20;

function* fewDiffering(rows: Iterable<FindingRow>): Generator<FindingRow> {
  let differing = 0;
  for (const row of rows)
    if (row.finding.rule !== "copies-differ" || ++differing <= DIFFERING_CELLS_NAMED) yield row;
}

/** What copies that differ change in the table of cells. */
const LATE_IN_CELLS: ReadonlySet<string> = new Set(["preferred", "flag", "rules"]);

/** The long tables of a dataset: those of single conversions, with the report that each row belongs to. */
export const datasetCells = dependent(placed(cellTable), (name) => LATE_IN_CELLS.has(name));
export const datasetFindings = dependent(
  placed({
    columns: findingTable.columns,
    rows: (conversion, templates) => fewDiffering(findingTable.rows(conversion, templates)),
  }),
  // Copies that differ add rows.
  () => true,
);

/** One row for each report of one issuer and year, however many copies of it the archive holds. */
export const reportTable: readonly Column<DatasetReport>[] = [
  text(
    "report_id",
    "Place or name of the issuer, and year; the hash where it names neither",
    "发布机关的区划代码或名称加年度；均无时为哈希",
    ({ id }) => id,
  ),
  text("issuer", "Body that issued the report", "发布机关", ({ preferred }) => preferred.mark.issuer),
  {
    ...text("year", "Year the report is about", "报告年度", () => null),
    type: "integer",
    of: ({ preferred }) => preferred.mark.year,
  },
  text("family", "Kind of report", "报告类别", ({ preferred }) => preferred.mark.family),
  text("title", "Its title", "标题", ({ preferred }) => preferred.mark.title),
  text(
    "publication_date",
    "When it was published",
    "发布日期",
    ({ preferred }) => preferred.mark.publicationDate,
  ),
  text(
    "division_code",
    "Code of the division the issuer belongs to; empty where it is not decided",
    "发布机关所属行政区划代码；未能确定时为空",
    ({ placement }) => placement.code,
  ),
  {
    ...text("level", "Level of that division", "区划级别", ({ placement }) => placement.level),
    among: ["province", "prefecture", "county", "town"],
  },
  text(
    "place",
    "Its full names from the province down",
    "区划全称",
    ({ placement }) => placement.path.join("") || null,
  ),
  text(
    "department",
    "The office, where it is not the government itself",
    "部门；为政府本身时为空",
    ({ placement }) => placement.department || null,
  ),
  {
    ...text("placed_by", "What decided the place", "区划的依据", ({ placement }) => placement.how),
    among: ["name", "former-name", "manifest", "title", "folder", "signature"],
  },
  text(
    "place_candidates",
    "Codes of the places it may be, where it is not decided",
    "可能的区划代码",
    ({ placement }) => placement.candidates.join(" ") || null,
  ),
  {
    ...text("copies", "How many contents are this report", "同一报告的文件数", () => null),
    type: "integer",
    of: ({ copies }) => copies,
  },
  {
    ...text(
      "agrees",
      "Whether all copies have the same numbers; empty for one",
      "各文件数值是否一致；只有一份时为空",
      () => null,
    ),
    type: "boolean",
    of: ({ agrees }) => agrees,
  },
  text(
    "preferred_sha256",
    "The copy that stands for the report",
    "代表该报告的文件",
    ({ preferred }) => preferred.key,
  ),
  text("preferred_source", "Its name", "该文件的名称", ({ preferred }) => preferred.name),
  {
    ...text("preferred_why", "Why that one", "选用的依据", ({ why }) => why),
    among: ["only copy", "fewest doubts", "format", "name"],
  },
];

function text(
  name: string,
  en: string,
  zh: string,
  of: (report: DatasetReport) => string | null,
): Column<DatasetReport> {
  return { name, type: "string", en, zh, of };
}
