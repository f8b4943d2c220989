import { cellKey, formCells, type FormCell as Cell } from "../../../../src/arithmetic/paths.ts";
import { expandKey, parseExpression, type Sum } from "../../../../src/arithmetic/expression.ts";
import type { CellValue, RuleTemplate, TableTemplate, Template } from "../../../../src/model/index.ts";
import { templates } from "../../../../src/templates/index.ts";
import { formSheet } from "../../../../src/writers/form-sheet.ts";
import type { FormBlock, TableBlock } from "../blocks.ts";
import type { FormCell, FormRow } from "../forms.ts";
import { seeded, type Random } from "../random.ts";

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

const PLACES = ["青石市", "清溪县", "霁溪市", "澄湖区", "芦塘镇"];

/** Draws a report with plain figures that keep every rule of its family. */
export function drawNeighbour(template: Template, seed: number): NeighbourTruth {
  const random = seeded(seed);
  const issuer = `${random.pick(PLACES)}${random.pick(["人民政府办公室", "水务局", "文化局"])}`;
  const year = random.int(Math.max(2021, template.years[0]), 2024);
  const drawn = template.tables.map((table) => {
    const cells = new Map(
      formCells(table).map((cell) => [
        cellKey(table, cell.row.key, cell.column.key),
        drawCell(cell, random, year),
      ]),
    );
    const rules = template.rules.filter((rule) => rule.table === table.id);
    // A total may be a part of another one.
    for (let turn = 0; turn < 3; turn++) rules.forEach((rule) => keep(rule, cells, random));
    return { table, cells };
  });
  return {
    seed,
    layout: template.id,
    issuer,
    year,
    values: Object.fromEntries(
      drawn.flatMap(({ table, cells }) =>
        [...cells].map(([key, { value }]) => [`${table.id}.${key}`, value] as const),
      ),
    ),
    blocks: [
      { kind: "heading", level: 0, text: `${issuer}${year}年度${template.name}` },
      ...drawn.flatMap(({ table, cells }) => tableBlocks(template, table, cells)),
    ],
  };
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

/** Sets what a rule says of a sum: the single cell on the right is the sum, or more than it. */
function keep({ expression, each }: RuleTemplate, cells: Map<string, Drawn>, random: Random): void {
  const { left, right, operator } = parseExpression(expression).comparison;
  const [total] = right;
  if (total?.kind !== "key" || right.length > 1 || each === "column") throw new TypeError(expression);
  const sum = sumOf(left, cells);
  const held = cells.get(total.key)!;
  if (operator === "==") cells.set(total.key, number(Math.round(sum * 100) / 100));
  else if (operator === "<=" && Number(held.value) < sum)
    cells.set(total.key, number(sum + random.int(0, 9)));
}

function sumOf(terms: Sum, cells: ReadonlyMap<string, Drawn>): number {
  return terms
    .flatMap((term) => (term.kind === "key" ? expandKey(term.key, [...cells.keys()]) : []))
    .reduce((sum, key) => sum + Number(cells.get(key)!.value), 0);
}

function tableBlocks(
  { sections }: Template,
  table: TableTemplate,
  cells: ReadonlyMap<string, Drawn>,
): readonly FormBlock[] {
  const section = sections.find(({ number: ordinal }) => ordinal === table.section);
  const ordinal = "一二三四五六七八九"[(table.section ?? 1) - 1]!;
  return [
    ...(section ? [{ kind: "heading", level: 1, text: `${ordinal}、${section.title}` } as const] : []),
    sheetOf(table, cells),
  ];
}

/** The table as the statute prints it; a form of labels and values alone has no headings. */
function sheetOf(table: TableTemplate, drawn: ReadonlyMap<string, Drawn>): TableBlock {
  const { cells, width, height, labelColumns } = formSheet(table);
  const bare = table.blocks.every(({ columns }) => columns.every(({ label }) => label === ""));
  const unlabelled = table.blocks.every(({ rows }) => rows.every(({ label }) => label === ""));
  const skipped = unlabelled ? labelColumns : 0;
  const rows: FormCell[][] = Array.from({ length: height }, () => []);
  const ordered = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  for (const { row, column, rowSpan, columnSpan, content } of ordered) {
    if (unlabelled && column + columnSpan <= labelColumns) continue;
    const colSpan = columnSpan - Math.max(0, skipped - column);
    const made = (role: FormCell["role"], text: string): FormCell => ({ role, text, rowSpan, colSpan });
    if ("label" in content)
      rows[row]!.push(made(column < labelColumns && !unlabelled ? "label" : "header", content.label));
    else rows[row]!.push(made("value", drawn.get(cellKey(table, content.row.key, content.column.key))!.text));
  }
  const headed = rows.filter((cells) => !(bare && cells.every(({ text }) => text === "")));
  const headerRows = headed.findIndex((cells) => cells.some(({ role }) => role === "value"));
  return {
    kind: "table",
    id: table.id,
    width: width - skipped,
    headerRows,
    rows: headed as readonly FormRow[],
  };
}
