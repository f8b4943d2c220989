import { expect, it } from "vitest";
import { cellsOf, convert, flagsOf, numberOf } from "../../src/index.ts";
import { drawReport, layOut, plain, renderTextFile } from "../support/factory/index.ts";

it("of tables printed twice, one cell a line, every cell that differs is flagged, short labels and all", async () => {
  const [own, before] = [2022, 2021].map((year) => drawReport(year, { ...plain, year, scale: "city" }));
  const [title, ...blocks] = layOut(own!);
  const tables = layOut(before!).filter(({ kind }) => kind === "table");
  const bytes = renderTextFile([title!, ...tables, ...blocks], "cell-per-line");
  const conversion = await convert({ name: "report.txt", bytes });
  const flags = flagsOf(conversion);
  const values = new Map(cellsOf(conversion.report!).map(({ pointer, value }) => [pointer, numberOf(value)]));
  const silent = Object.entries(own!.values).filter(([path, value]) => {
    const pointer = `/report/tables/${path.replaceAll(".", "/")}`;
    return flags(pointer).severity === null && values.get(pointer) !== value;
  });
  expect(silent).toEqual([]);
});
