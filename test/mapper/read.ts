import { convert } from "../../src/index.ts";
import type { AnnualReport, CellValue, Tables } from "../../src/index.ts";

/** The first rows of a list in the form of Fujian, which has many of them. */
export const LIST_LABELS = [
  "主动公开文件数",
  "其中：1.政府网站公开数",
  "2.政府公报公开数",
  "受理依申请公开信息总数",
  "其中：1.当面申请数",
  "2.网上申请数",
  "3.信函、传真申请数",
];

/** What a text gives: every value of a table as `path value status`, and the rules of its warnings and errors. */
export async function readText(
  text: string,
  table: string,
): Promise<{ cells: readonly string[]; rules: readonly string[] }> {
  const { report, evidence, diagnostics } = await convert({
    name: "report.txt",
    bytes: new TextEncoder().encode(text),
  });
  const cells = flatten(report?.tables[table], table).map(([path, value]) => {
    const { status } = evidence[`/report/tables/${path.replaceAll(".", "/")}`]!;
    return `${path.slice(table.length + 1)} ${value} ${status}`;
  });
  const rules = diagnostics.filter(({ severity }) => severity !== "notice").map(({ rule }) => rule);
  return { cells, rules: [...new Set(rules)] };
}

function flatten(node: Tables[string] | undefined, path: string): (readonly [string, CellValue])[] {
  if (node === undefined) return [];
  if (node === null || typeof node !== "object") return [[path, node]];
  return Object.entries(node).flatMap(([key, child]) => flatten(child, `${path}.${key}`));
}

/** The least that makes a text a report: two chapters. */
export const CHAPTERS = ["一、概述", "目录按季更新。", "二、主动公开政府信息情况", "公开栏换了玻璃。"];

/** What a text says of its fields, and which of its warnings name one. */
export async function fieldsOf(
  lines: readonly string[],
  name = "report.txt",
): Promise<{ readonly report: AnnualReport; readonly rules: readonly string[] }> {
  const { report, diagnostics } = await convert({
    name,
    bytes: new TextEncoder().encode(lines.join("\n")),
  });
  const rules = diagnostics
    .filter(({ severity, path }) => severity === "warning" && path?.startsWith("/report/tables") !== true)
    .map(({ rule }) => rule);
  return { report: report!, rules };
}
