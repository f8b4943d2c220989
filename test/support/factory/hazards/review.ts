import type { FormBlock, TableBlock } from "../blocks.ts";
import type { FormCell, FormRow } from "../forms.ts";
import type { Around, Hazard } from "./index.ts";
import { cell, paragraph, replaceTable } from "./place.ts";

const HEADINGS = ["行政复议", "未经复议直接起诉", "复议后起诉"] as const;
const OUTCOMES = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];

/** Values of the three blocks of table 4; null where the table is another. */
function partsOf(table: TableBlock): readonly (readonly FormCell[])[] | null {
  if (table.id !== "reviewAndLitigation") return null;
  const values = table.rows.at(-1)!;
  return [values.slice(0, 5), values.slice(5, 10), values.slice(10)];
}

function block(
  parts: readonly { heading: string; values: readonly FormCell[] }[],
  inside: boolean,
): TableBlock {
  const header: FormRow = parts.flatMap(() => OUTCOMES.map((text) => cell(text, "header")));
  const headings: FormRow[] = inside ? [parts.map(({ heading }) => cell(heading, "header", 1, 5))] : [];
  const rows: FormRow[] = [...headings, header, parts.flatMap(({ values }) => values)];
  return {
    kind: "table",
    id: "reviewAndLitigation",
    width: 5 * parts.length,
    headerRows: rows.length - 1,
    rows,
  };
}

function apart(around: Around, table: TableBlock, groups: readonly (readonly number[])[]) {
  const parts = partsOf(table);
  if (!parts) return null;
  const instead = groups.flatMap((group): FormBlock[] => {
    const inside = group.length > 1 || around.random.chance(0.5);
    const some = group.map((index) => ({ heading: HEADINGS[index]!, values: parts[index]! }));
    return [...(inside ? [] : [paragraph(HEADINGS[group[0]!]!)]), block(some, inside)];
  });
  return { blocks: replaceTable(around.blocks, around.at, instead) };
}

export const stacked: Hazard = (table, around) => apart(around, table, [[0], [1], [2]]);
export const otherOrder: Hazard = (table, around) =>
  apart(around, table, around.random.pick([[[0], [2], [1]], [[2], [1], [0]], [[1], [2], [0]], [[0, 2, 1]]]));
/** Three tables without headings: only their order distinguishes them. */
export const withoutHeadings: Hazard = (table, around) => {
  const parts = partsOf(table);
  if (!parts) return null;
  const instead = parts.map((values) => block([{ heading: "", values }], false));
  const untold = parts.flat().flatMap(({ path }) => path ?? []);
  return { blocks: replaceTable(around.blocks, around.at, instead), untold };
};
export const tenAndFive: Hazard = (table, around) => apart(around, table, [[0, 1], [2]]);
export const fiveAndTen: Hazard = (table, around) => apart(around, table, [[0], [1, 2]]);

/** 行政诉讼 in one block: the document gives neither of its parts. */
export const undivided: Hazard = (table, around) => {
  const parts = partsOf(table);
  if (!parts) return null;
  const instead: FormBlock[] = [
    paragraph("行政复议"),
    block([{ heading: "", values: parts[0]! }], false),
    paragraph("行政诉讼"),
    block([{ heading: "", values: parts[1]! }], false),
  ];
  const untold = [...parts[1]!, ...parts[2]!].flatMap(({ path }) => path ?? []);
  return { blocks: replaceTable(around.blocks, around.at, instead), untold };
};
