import type { TableBlock } from "../blocks.ts";
import type { FormCell, FormRow } from "../forms.ts";
import { varyLabel } from "../labels.ts";
import type { WrittenCell } from "../notations.ts";
import type { Random } from "../random.ts";
import { annexPath } from "./forms.ts";
import type { AnnexDescription } from "./forms.ts";
import type { AnnexLine } from "./lines.ts";

export interface AnnexStyle {
  readonly year: number;
  /** Share of labels in another wording or spelling. */
  readonly labels: number;
  /** Rows that only one district prints, with figures that belong to no known row. */
  readonly localRows: boolean;
  /** Items carry their numbers; otherwise only the indent shows what belongs to what. */
  readonly numbers: boolean;
  /** A column of row numbers where the form has none. */
  readonly counted: boolean;
  /** First rows across the table: its title, who filled it in. */
  readonly caption: readonly string[];
  /** A last row across the table: who filled it in, when. */
  readonly footer: string | null;
}

/** The list as a table; a line whose value is not among the written cells is left out. */
export function printAnnex(
  random: Random,
  described: AnnexDescription,
  written: Readonly<Record<string, WrittenCell>>,
  style: AnnexStyle,
): TableBlock {
  const { columns, lines } = described;
  const counter = described.counter ?? (style.counted ? "number" : null);
  const dash = random.pick(["——", "----", ""]);
  const indent = random.pick(style.numbers ? ["", "　", "  ", "    "] : ["　", "  ", "    "]);
  const comma = random.chance(0.3);
  const vary = (one: FormCell): FormCell => (random.chance(style.labels) ? varyLabel(random, one) : one);
  const printed = lines.filter(
    ({ path, optional }) => !optional || annexPath(described, path, columns[0]![0]) in written,
  );

  const row = ({ level, number, label, unit, path }: AnnexLine, at: number): FormRow => {
    const shown = style.numbers
      ? number
      : number.replace(/(?:[（(]?[一二三四五六七八九\d]+[）)]?[、.]?)$/u, "");
    const numbered = comma ? shown.replace(/(\d)\.$/u, "$1、") : shown;
    const named = vary(cell(numbered + label, path === "" ? "group" : "label"));
    const values = columns.map(([key]): FormCell => {
      if (path === "") return cell("", "value");
      const whole = annexPath(described, path, key);
      return { ...cell(written[whole]!.raw, "value"), path: whole };
    });
    return framed(
      counter,
      String(at + 1),
      { ...named, text: indent.repeat(level) + named.text },
      path === "" ? dash : unit,
      values,
    );
  };
  const rows = printed.map(row);
  if (style.localRows)
    rows.splice(
      4,
      0,
      ...localLabels.map((label, at) =>
        framed(
          counter,
          `4-${at + 1}`,
          cell(label, "label"),
          "条",
          columns.map(() => cell(String(random.int(1, 90)), "value")),
        ),
      ),
    );

  const [indicator, unit] = random.pick(described.heads);
  const heads = columns.map(([, usual, ...others]) => {
    const label = random.chance(style.labels) ? random.pick([usual!, ...others]) : usual!;
    return cell(label.replace("{year}", String(style.year)), "header");
  });
  const header = framed(
    counter,
    counter === "number" ? "序号" : "代码",
    cell(indicator, "header"),
    unit,
    heads,
  ).map((one): FormCell => ({ ...one, role: "header" }));
  const width = header.length;
  const across = (text: string): FormRow => [{ ...cell(text, "note"), colSpan: width }];
  const footer = style.footer === null ? [] : [across(style.footer)];
  const widths =
    counter === "number" ? [0.08, 0.4, 0.1] : counter === "code" ? [0.44, 0.1, 0.1] : [0.5, 0.12];
  return {
    kind: "table",
    id: described.table!,
    width,
    headerRows: 1 + style.caption.length,
    widths,
    rows: [...style.caption.map(across), header.map((one) => vary(one)), ...rows, ...footer],
  };
}

const localLabels = ["主动公开机构领导、机构设置及人事信息", "主动公开行政执法信息"];

function cell(text: string, role: FormCell["role"]): FormCell {
  return { text, role, rowSpan: 1, colSpan: 1 };
}

/** The cells of a line in their columns. Codes have two digits, and from 49 on, counted half-yearly, two stars. */
function framed(
  counter: AnnexDescription["counter"],
  count: string,
  name: FormCell,
  unit: string,
  values: readonly FormCell[],
): FormCell[] {
  const units = cell(unit, "label");
  if (counter === null) return [name, units, ...values];
  if (counter === "number") return [cell(count, "label"), name, units, ...values];
  const code = /\d/u.test(count) ? count.padStart(2, "0") + (Number(count) >= 49 ? "**" : "") : count;
  return [name, units, cell(code, "label"), ...values];
}
