import { describe, expect, it } from "vitest";
import {
  brokenRules,
  drawReport,
  formPaths,
  formRows,
  layOut,
  placeCells,
  plain,
  renderings,
  renderText,
  plantableClaims,
  plantableRules,
  renderTextFile,
  tableIds,
  textLayouts,
} from "./index.ts";
import type { ReportTruth, TextLayout } from "./index.ts";

const seeds = Array.from({ length: 40 }, (_, index) => index * 7919 + 1);

describe("forms", () => {
  it.each([
    ["2019", [22, 161, 15]],
    ["2021", [10, 175, 15]],
  ] as const)("%s has %j values in its tables", (layout, counts) => {
    expect(tableIds.map((table) => formPaths(table, layout).length)).toEqual(counts);
    expect(new Set(tableIds.flatMap((table) => formPaths(table, layout))).size).toBe(
      counts[0] + counts[1] + counts[2],
    );
  });

  it("tile their rectangles", () => {
    expect(formRows("proactiveDisclosure", "2019").length).toBe(18);
    expect(formRows("applications", "2021").length).toBe(28);
    for (const seed of seeds.slice(0, 20)) expect(() => layOut(drawReport(seed))).not.toThrow();
  });
});

describe("a drawn report", () => {
  it("is the same for the same seed, and another for another", () => {
    expect(drawReport(7)).toEqual(drawReport(7));
    expect(drawReport(7)).not.toEqual(drawReport(8));
  });

  it("keeps every sum of the form, and its prose repeats them, unless an error is planted", () => {
    for (const seed of seeds) {
      const truth = drawReport(seed);
      expect(truth.plantedErrors).toEqual([]);
      expect(brokenRules(truth.values, truth.layouts, truth.claims)).toEqual([]);
    }
  });

  it("names every cell of its layouts once, with its text and status", () => {
    for (const seed of seeds) {
      const truth = drawReport(seed);
      const paths = tableIds.flatMap((table) => formPaths(table, truth.layouts[table]));
      expect(Object.keys(truth.values)).toEqual(paths);
      expect(Object.keys(truth.raw)).toEqual(paths);
      for (const path of paths) expect(truth.statuses[path] === "given").toBe(truth.values[path] !== null);
    }
  });

  it.each([...plantableRules, ...plantableClaims])("breaks %s alone when told to", (rule) => {
    for (const seed of seeds.slice(0, 30)) {
      const layouts = rule.startsWith("f3-") ? ({ proactiveDisclosure: "2019" } as const) : {};
      const truth = drawReport(seed, { plant: [rule], layouts, blanks: "zeros" });
      expect(truth.plantedErrors.length).toBeGreaterThan(0);
      expect(new Set(truth.plantedErrors.map((error) => error.rule))).toEqual(new Set([rule]));
      expect(brokenRules(truth.values, truth.layouts, truth.claims)).toEqual(truth.plantedErrors);
    }
  });

  it("gives every cell another number when told to", () => {
    const values = Object.values(drawReport(3, { ...plain, fill: "unique" }).values);
    expect(new Set(values).size).toBe(values.length);
  });

  it("writes plain digits when all variation is off", () => {
    const truth = drawReport(5, plain);
    expect(Object.values(truth.raw).every((text) => /^-?\d+(\.\d+)?$/.test(text))).toBe(true);
    expect(Object.entries(truth.raw).every(([path, text]) => Number(text) === truth.values[path])).toBe(true);
  });
});

describe("text", () => {
  it.each(Object.keys(textLayouts) as TextLayout[])("%s: the same truth gives the same bytes", (layout) => {
    for (const seed of seeds.slice(0, 5)) {
      const [one, other] = [1, 2].map(() => renderTextFile(layOut(drawReport(seed)), layout));
      expect(Buffer.from(one!).equals(other!)).toBe(true);
    }
  });

  it.each(["utf-8", "utf-8-bom", "gb18030", "utf-16le", "utf-16be"] as const)(
    "%s decodes to the same text",
    (encoding) => {
      const blocks = layOut(drawReport(11, { notations: 0.5, labels: 0.5 }));
      const plainText = new TextDecoder().decode(renderTextFile(blocks, "tabbed"));
      const label = encoding === "utf-8-bom" ? "utf-8" : encoding;
      expect(new TextDecoder(label).decode(renderTextFile(blocks, "tabbed", { encoding }))).toBe(plainText);
    },
  );

  it("tabbed keeps a field for every cell and lower part of a merge", () => {
    for (const seed of seeds.slice(0, 20)) {
      const blocks = layOut(drawReport(seed, plain));
      const lines = renderText(blocks, "tabbed")
        .split("\n")
        .filter((line) => line.includes("\t"));
      const rows = blocks.flatMap((block) => (block.kind === "table" ? placeCells(block) : []));
      const fields = rows.map((row) => row.filter((cell, column) => cell.column === column).length);
      expect(lines.map((line) => line.split("\t").length)).toEqual(fields.filter((count) => count > 1));
    }
  });

  it("aligned prints the numbers of a row in order on one line, whatever page numbers stand between", () => {
    for (const seed of seeds.slice(0, 20)) {
      const truth = drawReport(seed, { ...plain, fill: "unique" });
      const lines = renderText(layOut(truth), "aligned", { linesPerPage: 30 }).split("\n").map(numbersAtEnd);
      for (const row of layOut(truth).flatMap((block) => (block.kind === "table" ? block.rows : []))) {
        const numbers = row.flatMap((cell) => (cell.path === undefined ? [] : [cell.text]));
        if (numbers.length > 0) expect(lines).toContain(numbers.join(" "));
      }
    }
  });

  it.each(["cell-per-line", "fused"] as const)(
    "%s keeps every cell that is not blank, in order",
    (layout) => {
      for (const seed of seeds.slice(0, 20)) {
        const blocks = layOut(drawReport(seed));
        const cells = blocks.flatMap((block) =>
          block.kind === "table" ? block.rows.flat().map((cell) => cell.text) : [block.text],
        );
        expect(renderText(blocks, layout).replace(/\s/g, "")).toBe(cells.join("").replace(/\s/g, ""));
      }
    },
  );

  it("leading-tab has the founding report's shape", () => {
    const text = new TextDecoder().decode(renderTextFile(layOut(blankFreeTown()), "leading-tab"));
    expect(text).toContain("\t第二十条第（一）项\n\n\t信息内容\n\t本年新制作数量\n");
    expect(text).toContain("\n\n\t\n\t自然人\n\t法人或其他组织\n\t总计\n\n\t\n\t\n\t商业企业\n");
    expect(text).toContain("\t其他\n\t\n\n\t一、本年新收政府信息公开申请数量\n");
  });
});

describe("the list of renderings", () => {
  it("names each once, and each gives the same bytes for the same truth", () => {
    expect(new Set(renderings.map(({ id }) => id)).size).toBe(renderings.length);
    for (const { id, render } of renderings)
      expect(Buffer.from(render(drawReport(23))).equals(render(drawReport(23))), id).toBe(true);
  });
});

function numbersAtEnd(line: string): string {
  return (/(?:\s+\d+(?:\.\d+)?)+$/.exec(line)?.[0] ?? "").trim().replace(/\s+/g, " ");
}

function blankFreeTown(): ReportTruth {
  return drawReport(1, { ...plain, year: 2020, scale: "town" });
}
