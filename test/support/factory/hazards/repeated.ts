import type { FormBlock, TableBlock } from "../blocks.ts";
import type { FormCell } from "../forms.ts";
import type { Random } from "../random.ts";
import type { Around, Hazard } from "./index.ts";
import { paragraph, replaceTable } from "./place.ts";

/** Other figures in every cell that has one. */
export function otherFigures(table: TableBlock, random: Random): TableBlock {
  return mapValues(table, ({ text }) =>
    /\d/u.test(text) ? String(random.int(0, 9) === 0 ? 0 : random.int(1, 4000)) : text,
  );
}

export function mapValues(table: TableBlock, text: (cell: FormCell) => string): TableBlock {
  const rows = table.rows.map((row) =>
    row.map((cell) => (cell.role === "value" ? { ...cell, text: text(cell) } : cell)),
  );
  return { ...table, rows };
}

/** 2022年情况： above a table of last year's figures, then the report's table. */
export const lastYearBefore: Hazard = (table, around) => {
  const { truth, random } = around;
  const word = random.pick(["年情况：", "年度：", "年统计数据", "年"]);
  const own = random.chance(0.8) ? [paragraph(`${truth.year}${word}`)] : [];
  return twice(around, [paragraph(`${truth.year - 1}${word}`), otherFigures(table, random), ...own, table]);
};

export const emptyBefore: Hazard = (table, around) => {
  const word = around.random.pick(["样表：", "填报样表", "（空表）"]);
  return twice(around, [
    ...(around.random.chance(0.5) ? [paragraph(word)] : []),
    mapValues(table, () => ""),
    table,
  ]);
};

export const departmentBefore: Hazard = (table, around) => {
  const office = around.random.pick(["县教育局", "区水务局", "市交通运输局"]);
  return twice(around, [
    paragraph(`${office}情况：`),
    otherFigures(table, around.random),
    paragraph(`${around.truth.issuer}情况：`),
    table,
  ]);
};

/** All tables again at the end, with figures of the year before. */
export const annexOfLastYear: Hazard = (_, { blocks, truth, random }) => {
  const again = blocks.flatMap((block): FormBlock[] =>
    block.kind === "table" ? [otherFigures(block, random)] : [],
  );
  return { blocks: [...blocks, paragraph(`附件：${truth.year - 1}年政府信息公开情况统计表`), ...again] };
};

function twice({ blocks, at }: Around, instead: readonly FormBlock[]) {
  return { blocks: replaceTable(blocks, at, instead) };
}
