import type { RowTemplate } from "../../model/index.ts";
import type { DraftBlock } from "./grid.ts";
import { EQUAL } from "./sums.ts";

/**
 * Headings above names that each report chooses itself, such as 项目名称 and 企业名称, but not above names that the
 * form gives, such as 指标名称.
 */
const NAMES = /(?<!^|指标|事项|栏目|权力|职权|类别)(?:名称|姓名)$|^姓名$/u;
/** The total, a row that every list has. */
const TOTAL = /^(?:合计|总计|共计|小计)$/u;
/** The fewest rows that make a list, as far as one report can show. */
const ROWS = 2;

/**
 * Turns a block whose rows are named by the report into a list of unknown length: one with a heading such as 项目名称
 * above nothing but names and a total. Other blocks are returned unchanged.
 */
export function asList(drafted: DraftBlock): DraftBlock {
  const { block, values } = drafted;
  const heading = block.corner.findLast((text) => text !== "序号") ?? "";
  const fixed = block.rows.filter(({ label }) => TOTAL.test(label));
  const named = block.rows.filter((row) => !fixed.includes(row));
  const isList =
    NAMES.test(heading) &&
    named.length >= ROWS &&
    named.every(isName) &&
    block.columns.every(({ label }) => label !== "");
  if (!isList) return drafted;
  const at = (rows: readonly RowTemplate[]) => rows.map((row) => values[block.rows.indexOf(row)]!);
  const rows = fixed.map((row, index) => ({ ...row, key: `total${index === 0 ? "" : index + 1}` }));
  return {
    block: { ...block, corner: [], rows, open: { key: "rows", label: heading } },
    values: at(fixed),
    listed: at(named),
  };
}

/** Whether a row may belong to a list: such a row has no place in an outline, no group and no type of its own. */
function isName({ label, enumerator, group, type }: RowTemplate): boolean {
  return label !== "" && enumerator === "" && group.length === 0 && type === undefined;
}

/**
 * Whether a total of a list is the sum of its rows in every column where all of them are given, and in at least one.
 */
export function isSumOfList({ values, listed }: DraftBlock, total: number): boolean {
  if (!listed) return false;
  const given = (values[total] ?? []).flatMap((sum, column) => {
    const parts = listed.map((row) => row[column] ?? null);
    return sum === null || parts.includes(null) ? [] : [{ sum, parts: parts as number[] }];
  });
  return (
    given.length > 0 &&
    given.every(({ sum, parts }) => Math.abs(parts.reduce((a, b) => a + b, 0) - sum) < EQUAL)
  );
}
