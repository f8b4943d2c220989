import { CODE_KEY, NAME_KEY } from "../../../../src/arithmetic/name-key.ts";
import { isOpenListRow, listedRow, withRows } from "../../../../src/arithmetic/open-rows.ts";
import { cellKey, formCells, type FormCell as Cell } from "../../../../src/arithmetic/paths.ts";
import { expandKey, operandsOf, parseExpression, type Sum } from "../../../../src/arithmetic/expression.ts";
import { keyFromOutside } from "../../../../src/arithmetic/other-tables.ts";
import type { CellValue, RuleTemplate, TableTemplate, Template } from "../../../../src/model/index.ts";
import { templates } from "../../../../src/templates/index.ts";
import type { FormBlock } from "../blocks.ts";
import { seeded, type Random } from "../random.ts";
import { isHalved, tableBlocks } from "./sheet.ts";

/** An invented report of a neighbouring family, and every value it prints by dotted path. */
export interface NeighbourTruth {
  readonly seed: number;
  readonly layout: string;
  readonly issuer: string;
  readonly year: number;
  readonly values: Readonly<Record<string, CellValue>>;
  readonly blocks: readonly FormBlock[];
}

export const neighbours: readonly Template[] = templates.filter(({ named }) => named);

/** What the rows of a list are called. */
const SUBJECTS = ["社会保障和就业支出", "卫生健康支出", "农林水支出", "住房保障支出", "教育支出"];
const PLACES = ["青石市", "清溪县", "霁溪市", "澄湖区", "芦塘镇"];

/** Draws a report with plain figures that keep every rule of its family. */
export function drawNeighbour(template: Template, seed: number): NeighbourTruth {
  const random = seeded(seed);
  const issuer = `${random.pick(PLACES)}${random.pick(["人民政府办公室", "水务局", "文化局"])}`;
  const year = random.int(Math.max(2021, template.years[0]), 2024);
  // Of a form with several records every second report has two.
  const count = template.records !== undefined && seed % 2 === 0 ? 2 : 1;
  const records = Array.from({ length: count }, () => drawRecord(template, random, year));
  const place = (id: string, index: number) => (template.records === undefined ? id : `${id}.${index}`);
  return {
    seed,
    layout: template.id,
    issuer,
    year,
    values: Object.fromEntries(
      records.flatMap(({ drawn }, index) =>
        drawn.flatMap(({ table, cells }) => [
          ...nameOfRecord(template, drawn).map(
            (name) => [`${place(table.id, index)}.${NAME_KEY}`, name] as const,
          ),
          ...[...cells].map(([key, { value }]) => [`${place(table.id, index)}.${key}`, value] as const),
          ...namesOf(table).map(([key, name]) => [`${place(table.id, index)}.${key}`, name] as const),
        ]),
      ),
    ),
    blocks: [
      { kind: "heading", level: 0, text: `${issuer}${year}年度${template.name}` },
      ...records.flatMap(({ filled, drawn }) =>
        drawn.flatMap(({ table, cells }) => tableBlocks(filled, table, cells)),
      ),
    ],
  };
}

/** What a record of a form of several is called: its first text. */
function nameOfRecord({ records }: Template, drawn: readonly DrawnTable[]): readonly CellValue[] {
  const named = drawn
    .flatMap(({ table, cells }) => formCells(table).map((cell) => ({ table, cells, cell })))
    .find(({ cell }) => cell.type === "text");
  if (records === undefined || !named) return [];
  const { table, cells, cell } = named;
  return [cells.get(cellKey(table, cell.row.key, cell.column.key))!.value];
}

/** One record of a form, its lists filled in. */
function drawRecord(template: Template, random: Random, year: number) {
  const filled = withRows(template, ({ open, rows }) => {
    const names = random.sample(SUBJECTS, random.int(2, 4));
    return [...rows, ...names.map((name, index) => listedRow(open!.key, index, name))];
  });
  const drawn = filled.tables.map((whole) => {
    const table = evenHalves(whole, random);
    const cells = new Map(
      printedCells(table).map((cell) => [
        cellKey(table, cell.row.key, cell.column.key),
        drawCell(cell, random, year),
      ]),
    );
    keepRules(template.rules, [{ table, cells }], random);
    return { table, cells };
  });
  keepRules(template.rules, drawn, random);
  return { filled, drawn };
}

interface Drawn {
  value: CellValue;
  text: string;
}

const number = (value: number): Drawn => ({ value, text: String(value) });

function drawCell({ type, row, column }: Cell, random: Random, year: number): Drawn {
  const options = Object.entries((row.type ? row : column).options ?? {});
  switch (type) {
    case "choice": {
      const { several } = row.type ? row : column;
      const ticked = several ? random.sample(options, 2) : [random.pick(options)];
      const text = options.map((option) => (ticked.includes(option) ? "☑" : "□") + option[1][0]!).join(" ");
      const keys = ticked.map(([key]) => key);
      return { value: several ? keys : keys[0]!, text };
    }
    case "date":
      return { value: `${year + 1}-01-12`, text: `${year + 1}年1月12日` };
    case "text": {
      const text = `${random.pick(PLACES)}第${random.int(1, 99)}号`;
      return { value: text, text };
    }
    case "amount":
    case "signed-amount":
    case "percent":
      return number(random.int(1, 90_000) / 100);
    default:
      return number(random.int(0, 900));
  }
}

/** Two blocks are printed beside each other: the longer leaves out rows that not every office prints. */
function evenHalves(table: TableTemplate, random: Random): TableTemplate {
  if (!isHalved(table)) return table;
  const height = Math.min(...table.blocks.map(({ rows }) => rows.length));
  const blocks = table.blocks.map((block) => {
    const optional = block.rows.filter((row) => row.optional && row.key.split(".").length === 2);
    const left = new Set(random.sample(optional, block.rows.length - height));
    return { ...block, rows: block.rows.filter((row) => !left.has(row)) };
  });
  return { ...table, blocks };
}

/** Every cell but the codes of rows in lists, which an office need not print. */
function printedCells(table: TableTemplate): readonly Cell[] {
  return formCells(table).filter(({ block, column }) => !(block.open && column.key === CODE_KEY));
}

/** The names of the rows in a table's lists, by their paths. */
function namesOf({ blocks }: TableTemplate): readonly (readonly [string, string])[] {
  return blocks.flatMap((block) =>
    block.rows.flatMap((row) =>
      isOpenListRow(block, row) ? [[`${row.key}.${NAME_KEY}`, row.label] as const] : [],
    ),
  );
}

interface DrawnTable {
  readonly table: TableTemplate;
  readonly cells: Map<string, Drawn>;
}

/** Keeps every rule; a total may be a part of another one, in its own table or in another. */
function keepRules(rules: readonly RuleTemplate[], drawn: readonly DrawnTable[], random: Random): void {
  for (let turn = 0; turn < 5; turn++)
    for (const { table, cells } of drawn)
      for (const rule of rules.filter((it) => it.table === table.id))
        if (rule.expression.includes("tables.")) keepAcross(rule, table, drawn, random);
        else keepAll(rule, table, cells, random);
}

/** Sets what a rule says of cells of several tables; one of another family's table says nothing here. */
function keepAcross(
  rule: RuleTemplate,
  own: TableTemplate,
  drawn: readonly DrawnTable[],
  random: Random,
): void {
  const entries = drawn.flatMap(({ table, cells }) =>
    [...cells.keys()].map((key) => {
      const name = table === own ? key : keyFromOutside(table.id, key);
      return [name, { cells, key }] as const;
    }),
  );
  const seen = new Map(entries.map(([name, { cells, key }]) => [name, cells.get(key)!]));
  const names = operandsOf(parseExpression(rule.expression));
  if (names.some((name) => name.startsWith("tables.") && !seen.has(name))) return;
  keep(rule, seen, random);
  for (const [name, { cells, key }] of entries) cells.set(key, seen.get(name)!);
}

/** Sets what a rule says, in every row or column of its table where it is tried in each. */
function keepAll(rule: RuleTemplate, table: TableTemplate, cells: Map<string, Drawn>, random: Random): void {
  if (rule.each === "once") return keep(rule, cells, random);
  for (const { rows, columns } of table.blocks) {
    const [lines, across] = rule.each === "row" ? [rows, columns] : [columns, rows];
    for (const line of lines) {
      const path = (key: string) =>
        rule.each === "row" ? cellKey(table, line.key, key) : cellKey(table, key, line.key);
      const own = new Map(across.map(({ key }) => [key, cells.get(path(key))!]));
      keep(rule, own, random);
      for (const [key, drawn] of own) cells.set(path(key), drawn);
    }
  }
}

/** Sets what a rule says of a sum: the single cell on the right is the sum, or more than it. */
function keep({ expression }: RuleTemplate, cells: Map<string, Drawn>, random: Random): void {
  const { left, right, operator } = parseExpression(expression).comparison;
  const [total] = right;
  if (total?.kind !== "key" || right.length > 1) throw new TypeError(expression);
  const sum = sumOf(left, cells);
  const held = cells.get(total.key)!;
  if (operator === "==") cells.set(total.key, number(Math.round(sum * 100) / 100));
  else if (operator === "<=" && Number(held.value) < sum)
    cells.set(total.key, number(sum + random.int(0, 9)));
}

function sumOf(terms: Sum, cells: ReadonlyMap<string, Drawn>): number {
  return terms
    .flatMap((term) =>
      term.kind === "key"
        ? expandKey(term.key, [...cells.keys()]).map((key) => term.sign * Number(cells.get(key)!.value))
        : [],
    )
    .reduce((sum, value) => sum + value, 0);
}
