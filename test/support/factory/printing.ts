import type { Figures } from "./figures.ts";
import { formPaths, formRows, tableIds } from "./forms.ts";
import type { FormCell, FormRow, TableId } from "./forms.ts";
import { damageLabel, varyLabel } from "./labels.ts";
import { writeBlank, writePlain, writeVaried } from "./notations.ts";
import type { WrittenCell } from "./notations.ts";
import type { Settled } from "./options.ts";
import type { Random } from "./random.ts";

/** Every value as its cell shows it. `keep` are the paths that must not be left blank. */
export function writeCells(
  random: Random,
  settled: Settled,
  figures: Figures,
  keep: ReadonlySet<string>,
): Record<string, WrittenCell> {
  const mark = random.pick(settled.blankMarks);
  const blankShare = random.chance(0.5) ? 0.3 : 0.05;
  const isBlank = (table: TableId, path: string): boolean => {
    if (keep.has(path)) return false;
    switch (settled.blanks) {
      case "none":
        return false;
      case "some":
        return random.chance(blankShare);
      case "zeros":
        return figures[path] === 0;
      case "result-totals":
        return path.startsWith("applications.total.results.");
      default:
        return table === settled.blanks;
    }
  };
  return Object.fromEntries(
    tableIds.flatMap((table) =>
      formPaths(table, settled.layouts[table]).map((path) => {
        const value = figures[path]!;
        if (isBlank(table, path)) return [path, writeBlank(mark)];
        // Under a header that says 万元 a unit in the cell could contradict it.
        const bare = settled.procurementUnit && path === "proactiveDisclosure.centralizedProcurement.amount";
        return [
          path,
          !bare && random.chance(settled.notations) ? writeVaried(random, path, value) : writePlain(value),
        ];
      }),
    ),
  );
}

/** The tables with these values, labels varied as the options say. */
export function printTables(
  random: Random,
  settled: Settled,
  written: Readonly<Record<string, WrittenCell>>,
): Record<TableId, FormRow[]> {
  const print = (cell: FormCell): FormCell => {
    if (cell.path !== undefined) return { ...cell, text: written[cell.path]!.raw };
    if (settled.procurementUnit && cell.text === "采购总金额") return { ...cell, text: "采购总金额(万元)" };
    if (random.chance(settled.damage)) return damageLabel(random, cell);
    return random.chance(settled.labels) ? varyLabel(random, cell) : cell;
  };
  const rowsOf = (table: TableId): FormRow[] => {
    const rows = formRows(table, settled.layouts[table], settled.narrow);
    if (table !== "proactiveDisclosure" || !settled.extraRow || settled.layouts[table] !== "2019")
      return rows;
    const extra = rows[3]!.map(({ role, rowSpan, colSpan }, index) => ({
      role,
      rowSpan,
      colSpan,
      text: index === 0 ? "其他主动公开文件" : "0",
    }));
    return [...rows.slice(0, 4), extra, ...rows.slice(4)];
  };
  const printed = (table: TableId): FormRow[] => rowsOf(table).map((row) => row.map(print));
  return {
    proactiveDisclosure: printed("proactiveDisclosure"),
    applications: printed("applications"),
    reviewAndLitigation: printed("reviewAndLitigation"),
  };
}
