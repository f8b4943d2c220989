import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { templates } from "../../src/index.ts";
import { dingxiLines, shanghaiLines } from "../support/factory/annex/lines-2008.ts";
import { annex2014Lines, fujianLines } from "../support/factory/annex/lines.ts";

const rowsOf = (layout: string, table: string) => {
  const found = templates.find(({ id }) => id === layout)!.tables.find(({ id }) => id === table)!;
  const rows = found.blocks.flatMap((block) => block.rows);
  const [newest] = found.editions ?? [];
  return newest === undefined
    ? rows
    : newest.map((key) => ({
        ...rows.find((row) => row.key === key.replace("?", ""))!,
        optional: key.endsWith("?"),
      }));
};

describe("indicator lists", () => {
  it.each([
    ["2014", "annex", annex2014Lines],
    ["2014-levels", "annex", annex2014Lines],
    ["fujian", "annexFujian", fujianLines],
    ["2008", "annexShanghai", shanghaiLines],
    ["2008", "annexDingxi", dingxiLines],
  ])("%s, %s has the indicators of the printed form", (layout, table, lines) => {
    const known = rowsOf(layout, table);
    const row = ({ enumerator, label, unit, key, optional }: (typeof known)[number]) =>
      `${enumerator}${label}|${unit}|${key}|${optional ?? false}`;
    expect(known.map(row)).toEqual(
      lines
        .filter(({ path }) => path !== "")
        .map(({ number, label, unit, path, optional }) => `${number}${label}|${unit}|${path}|${optional}`),
    );
  });

  it("an amount is what is counted in money", () => {
    const amounts = rowsOf("2014", "annex").filter(({ type }) => type === "amount");
    expect(amounts.map(({ key }) => key)).toEqual(["feesCollected", "capacity.dedicatedFunds"]);
    expect(rowsOf("2008", "annexShanghai").filter(({ type }) => type === "amount")).toHaveLength(15);
  });

  it("制发规范性文件总数 stands under 其中 and is in no sum", () => {
    const { rules } = templates.find(({ id }) => id === "2014")!;
    const using = rules.filter(({ expression }) => expression.includes("normativeDocumentsIssued"));
    expect(using.map(({ id }) => id)).toEqual(["f2-normative"]);
  });
});

const spec = new URL("../../../shared/templates.json", import.meta.url);
it.skipIf(!existsSync(spec))(
  "what was not read in a source is marked so (skipped: the description of the forms is not at hand)",
  () => {
    interface Described {
      readonly families: readonly {
        readonly tables: readonly {
          readonly rows: readonly { readonly key: string | null; readonly basis: string }[];
        }[];
      }[];
    }
    const { families } = JSON.parse(readFileSync(spec, "utf8")) as Described;
    const described = families[1]!.tables[0]!.rows.filter(
      ({ key, basis }) => key !== null && basis === "recall",
    );
    expect(
      rowsOf("2014", "annex")
        .filter(({ basis }) => basis === "recall")
        .map(({ key }) => key),
    ).toEqual(described.map(({ key }) => key));
  },
);
