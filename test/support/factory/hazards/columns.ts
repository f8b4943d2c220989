import type { PlacedCell, TableBlock } from "../blocks.ts";
import type { CellRole } from "../forms.ts";
import type { Around, Hazard } from "./index.ts";
import { cell, cellsOf, placed, replaceTable } from "./place.ts";

/** Beside the form's columns: 备注 behind the last one, nearly always blank. */
export const remarkColumn: Hazard = (table, around) => {
  const words = around.random.pick([["", "", "", "见附件"], [""], ["", "含结转"], ["无"]]);
  return withColumn(table, around, table.width, {
    heading: around.random.pick(["备注", "备 注", "说明"]),
    value: () => around.random.pick(words),
  });
};

/** One more class of applicants, of which hardly any applied. */
export const moreApplicants: Hazard = (table, around) => {
  if (table.id !== "applications") return null;
  const { random } = around;
  const [first, last] = [applicantsOf(table).at(0)!, applicantsOf(table).at(-1)!];
  const inside = random.chance(0.7);
  return withColumn(table, around, inside ? random.int(first.column + 2, last.column) : first.column, {
    heading: random.pick(["新闻媒体", "个体工商户", "行政机关", "外国组织", "村（居）委会"]),
    value: () => random.pick(["0", "0", "", "0"]),
  });
};

/** 总计 before the applicants, as 合计 or under its own name. */
export const totalFirst: Hazard = (table, around) => {
  if (table.id !== "applications") return null;
  const count = applicantsOf(table).length;
  return reordered(
    table,
    around,
    [count - 1, ...Array.from({ length: count - 1 }, (_, at) => at)],
    around.random.pick(["总计", "合计"]),
  );
};

/** Two classes of organizations in each other's place. */
export const applicantsInOtherOrder: Hazard = (table, around) => {
  if (table.id !== "applications") return null;
  const order = [0, 1, 2, 3, 4, 5, 6];
  const first = around.random.int(1, 4);
  const second = around.random.int(first + 1, 5);
  [order[first], order[second]] = [second, first];
  return reordered(table, around, order, "总计");
};

/** A column of last year's figures, or of the change, behind the last one. */
export const lastYearBehind: Hazard = (table, around) => {
  const { random, truth } = around;
  if (table.id !== "applications") return null;
  const [heading, value] = random.pick([
    ["上年", () => String(random.int(4001, 9000))],
    ["上年总计", () => String(random.int(4001, 9000))],
    [`${truth.year - 1}年`, () => String(random.int(4001, 9000))],
    ["上年同期", () => String(random.int(4001, 9000))],
    ["同比", () => `${random.int(-90, 90)}%`],
    ["同比增减", () => String(random.int(-900, 900))],
    ["增长率（%）", () => `${random.int(1, 99)}.${random.int(1, 9)}`],
  ] as const);
  return withColumn(table, around, table.width, { heading, value });
};

interface Column {
  readonly heading: string;
  readonly value: () => string;
}

/** The table with one more column at a place, beside the cells that reach over it. */
function withColumn(table: TableBlock, { blocks, at }: Around, column: number, { heading, value }: Column) {
  const cells = cellsOf(table).map((one) => {
    const over = one.column < column && one.column + one.colSpan > column;
    const whole = one.colSpan === table.width || over;
    if (whole) return { ...one, colSpan: one.colSpan + 1 };
    return one.column >= column ? { ...one, column: one.column + 1 } : one;
  });
  const covers = (row: number) =>
    cells.some(
      (one) =>
        one.row <= row &&
        row < one.row + one.rowSpan &&
        one.column <= column &&
        column < one.column + one.colSpan,
    );
  const added: PlacedCell[] = [];
  for (let row = 0; row < table.rows.length; row++) {
    if (covers(row)) continue;
    const role = roleOf(cells, row);
    const above = added.at(-1);
    if (role === "header" && above?.role === "header" && above.row + above.rowSpan === row)
      added[added.length - 1] = { ...above, rowSpan: above.rowSpan + 1 };
    else added.push({ ...cell(role === "header" ? heading : value(), role), row, column });
  }
  const wide = placed(table, [...cells, ...added], table.width + 1, table.rows.length);
  return { blocks: replaceTable(blocks, at, [{ ...wide, headerRows: table.headerRows }]) };
}

function roleOf(cells: readonly PlacedCell[], row: number): CellRole {
  return cells.some((one) => one.row === row && one.role === "value") ? "value" : "header";
}

/** The table with its columns of values in another order; what stands over several of them goes to the first. */
function reordered(table: TableBlock, { blocks, at }: Around, order: readonly number[], total: string) {
  const first = applicantsOf(table)[0]!.column;
  const place = (one: PlacedCell) => first + order.indexOf(one.column - first);
  const cells = cellsOf(table).map((one) => {
    if (one.column < first || (one.row === 0 && one.column === first)) return one;
    if (one.colSpan > 1)
      return {
        ...one,
        column: first + Math.min(...order.flatMap((old, now) => (old >= 1 && old <= 5 ? [now] : []))),
      };
    return {
      ...one,
      column: place(one),
      text: one.text.trim() === "总计" && one.role === "header" ? total : one.text,
    };
  });
  const moved = placed(table, cells, table.width, table.rows.length);
  return { blocks: replaceTable(blocks, at, [{ ...moved, headerRows: table.headerRows }]) };
}

function applicantsOf(table: TableBlock): readonly PlacedCell[] {
  const row = table.rows.findIndex((cells) => cells.some(({ role }) => role === "value"));
  return cellsOf(table).filter((one) => one.row === row && one.role === "value");
}
