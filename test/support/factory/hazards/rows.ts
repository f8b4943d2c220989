import type { TableBlock } from "../blocks.ts";
import type { FormCell, FormRow } from "../forms.ts";
import type { Around, Hazard, Hazarded } from "./index.ts";
import { cell, replaceTable } from "./place.ts";

const pathsOf = (row: FormRow): readonly string[] => row.flatMap(({ path }) => path ?? []);
const isPlain = (row: FormRow): boolean => row.every(({ rowSpan }) => rowSpan === 1);
const numbered = (row: FormRow): boolean =>
  row.some(({ role, text }) => role === "value" && /\d/u.test(text));

/** A row printed again with other figures right below: the document does not show which is meant. */
export const rowTwice: Hazard = (table, around) => printedTwice(table, around, (row) => row);

/** The same of a row whose label has lost a character in both places. */
export const misprintedTwice: Hazard = (table, around) =>
  printedTwice(table, around, (row) => {
    const label = row[0]!.text;
    return label.trim().length < LONG_LABEL
      ? null
      : row.with(0, { ...row[0]!, text: label.replace(/(?<=[\u4e00-\u9fff]{3})[\u4e00-\u9fff]/u, "") });
  });

/** A label of so many characters is still told with one less. */
const LONG_LABEL = 9;

function printedTwice(
  table: TableBlock,
  { blocks, at, random }: Around,
  printed: (row: FormRow) => FormRow | null,
): Hazarded | null {
  const candidates = table.rows.filter(
    (row) => isPlain(row) && numbered(row) && row[0]!.role === "label" && printed(row) !== null,
  );
  if (candidates.length === 0) return null;
  const drawn = random.pick(candidates);
  const row = printed(drawn)!;
  const again = row.map((one) =>
    one.role === "value" && /\d/u.test(one.text) ? { ...one, text: String(random.int(4001, 9000)) } : one,
  );
  // A group cell at the left grows by the row.
  const index = table.rows.indexOf(drawn);
  const rows = table.rows.flatMap((own, number): FormRow[] => {
    const grown = (number === index ? row : own).map((one) =>
      one.rowSpan > 1 && number < index && number + one.rowSpan > index
        ? { ...one, rowSpan: one.rowSpan + 1 }
        : one,
    );
    return number === index ? [grown, again] : [grown];
  });
  return { blocks: replaceTable(blocks, at, [{ ...table, rows }]), untold: pathsOf(row) };
}

/** Two rows of numbers under the header of table 4. */
export const numbersTwice: Hazard = (table, { blocks, at, random }) => {
  if (table.id !== "reviewAndLitigation" || !numbered(table.rows.at(-1)!)) return null;
  const last = table.rows.at(-1)!;
  const above = last.map((one) => ({ ...one, text: String(random.int(4001, 9000)) }));
  const rows = [...table.rows.slice(0, -1), above, last];
  return { blocks: replaceTable(blocks, at, [{ ...table, rows }]), untold: pathsOf(last) };
};

/** 数量 before the numbers of table 4. */
export const labelCell: Hazard = (table, around) =>
  labelled(table, around, ["数量", "件数", `${around.truth.year}年`, "数量（件）", "本年度"]);

/** 本级, 县教育局 before the numbers of table 4: the office they belong to. */
export const officeCell: Hazard = (table, around) =>
  labelled(table, around, ["本级", "本机关", around.truth.issuer, "青石县教育局", "其中：青石县教育局"]);

function labelled(
  table: TableBlock,
  { blocks, at, random }: Around,
  words: readonly string[],
): Hazarded | null {
  if (table.id !== "reviewAndLitigation") return null;
  const word = random.pick(words);
  const corner = cell(random.pick(["项目", "类别", ""]), "header", table.headerRows);
  const rows = table.rows.map((row, index): FormRow => {
    if (index === 0) return [corner, ...row];
    return index < table.headerRows ? row : [cell(word, "label"), ...row];
  });
  return { blocks: replaceTable(blocks, at, [{ ...table, width: table.width + 1, rows }]) };
}

/** 栏次 1 2 3 below the header. */
export const numberedColumns: Hazard = (table, { blocks, at }) => {
  if (table.id === "proactiveDisclosure") return null;
  const first = table.rows[table.headerRows];
  if (!first) return null;
  const values = first.filter(({ role }) => role === "value");
  if (values.length < 2 || values.some(({ colSpan }) => colSpan > 1)) return null;
  const left = table.width - values.length;
  const numbers: FormRow = [
    ...(left > 0 ? [cell("栏次", "header", 1, left)] : []),
    ...values.map((_, index) => cell(String(index + 1), "header")),
  ];
  const rows = [...table.rows.slice(0, table.headerRows), numbers, ...table.rows.slice(table.headerRows)];
  return { blocks: replaceTable(blocks, at, [{ ...table, headerRows: table.headerRows + 1, rows }]) };
};

/** Last year's column beside every column of numbers. */
export const yearBeside: Hazard = (table, { blocks, at, random, truth }) => {
  if (table.id === "applications" || !table.rows.every(isPlain)) return null;
  const [last, own] = random.pick([
    ["上年", "本年"],
    [`${truth.year - 1}年`, `${truth.year}年`],
  ] as const);
  const first = random.chance(0.5);
  // Units and codes stand before the numbers and are printed once.
  const before = Math.min(
    ...table.rows.map((row) => row.findIndex(({ role }) => role === "value")).filter((at) => at > 0),
  );
  const headers = (row: FormRow): FormRow =>
    row.flatMap((one, index): FormCell[] => {
      if (index < before) return [one];
      const pair = [
        cell(`${last}${one.text}`, "header", 1, one.colSpan),
        cell(`${own}${one.text}`, "header", 1, one.colSpan),
      ];
      return first ? pair : pair.reverse();
    });
  const values = (row: FormRow): FormRow =>
    row.flatMap((one): FormCell[] => {
      if (one.role !== "value") return [one];
      const other: FormCell = { ...cell(String(random.int(4001, 9000)), "value", 1, one.colSpan) };
      return first ? [other, one] : [one, other];
    });
  const width = Math.max(...table.rows.map((row) => row.reduce((sum, { colSpan }) => sum + colSpan, 0)));
  const rows = table.rows.map((row): FormRow => {
    if (row.some(({ role }) => role === "value")) return values(row);
    if (row.length === 1) return row.map((one) => ({ ...one, colSpan: width * 2 - 1 }));
    return row[0]!.role === "header" ? headers(row) : row;
  });
  return { blocks: replaceTable(blocks, at, [widened({ ...table, rows })]) };
};

/** The table with every row as wide as its widest. */
function widened(table: TableBlock): TableBlock {
  const of = (row: FormRow) => row.reduce((sum, { colSpan }) => sum + colSpan, 0);
  const width = Math.max(...table.rows.map(of));
  const rows = table.rows.map((row): FormRow => {
    const last = row.at(-1)!;
    return [...row.slice(0, -1), { ...last, colSpan: last.colSpan + width - of(row) }];
  });
  return { ...table, width, rows };
}

/** 增12, +3 in a cell of numbers: by how much they changed, not how many there are. */
export const changeForCount: Hazard = (table, { blocks, at, random }) => {
  const values = table.rows
    .flat()
    .filter(
      ({ role, path, text }) =>
        role === "value" && /^\d+$/u.test(text) && path !== undefined && !path.endsWith("Change"),
    );
  if (values.length === 0) return null;
  const changed = random.pick(values);
  const text = random.pick(["增", "减", "↑", "↓", "+", "＋", "增加", "同比增加", "较上年"]) + changed.text;
  const rows = table.rows.map((row) => row.map((one) => (one === changed ? { ...one, text } : one)));
  return { blocks: replaceTable(blocks, at, [{ ...table, rows }]), untold: [changed.path!] };
};

/**
 * A dash, or a number, and an empty cell after a row's values, below the last heading: the document does not show which
 * of them is the last value.
 */
export const cellsBehind: Hazard = (table, { blocks, at, random }) => {
  const candidates = table.rows.filter((row) => numbered(row) && pathsOf(row).length > 1);
  if (candidates.length === 0 || !table.rows.every(isPlain)) return null;
  const row = random.pick(candidates);
  // The same number twice under one heading would leave nothing in doubt.
  const others = ["-", "/", "0", "7"].filter((text) => text !== row.at(-1)!.text);
  const more = [random.pick(others), ""].map((text) => cell(text, "value"));
  const rows = table.rows.map((own): FormRow => {
    const last = own.at(-1)!;
    return own === row ? [...own, ...more] : [...own.slice(0, -1), { ...last, colSpan: last.colSpan + 2 }];
  });
  const wide = { ...table, width: table.width + 2, rows };
  return { blocks: replaceTable(blocks, at, [wide]), untold: pathsOf(row) };
};
