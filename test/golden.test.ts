import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { drawGrid, read, rebuild, templates, writers } from "../src/index.ts";
import type { Source } from "../src/model/index.ts";
import { conversionOf, corpusFolders, formsOf, sourceOf } from "./support/corpus.ts";
import { expectGolden, expectNoOthers } from "./support/golden.ts";
import { complaints } from "./support/schema.ts";

const notes = writers.find((it) => it.id === "notes")!;

describe.each(corpusFolders())("%s", (folder) => {
  const forms = formsOf(folder);

  // One record for all forms: formats.test.ts holds every other form against this one.
  it("record", async () => {
    const { report } = await conversionOf(folder, "report.docx");
    expectGolden(`${folder}/record.json`, `${JSON.stringify(report, null, 2)}\n`);
  });

  it.each(forms)("%s", async (name) => {
    expectGolden(`${folder}/${goldenName("tables", name)}`, await drawTables(sourceOf(folder, name)));
    const conversion = await conversionOf(folder, name);
    expectGolden(`${folder}/${goldenName("notes", name)}`, notes.piece(conversion, templates));
    expect(complaints(JSON.parse(JSON.stringify(conversion)))).toEqual([]);
  });

  it("nothing else", () => {
    const named = forms.flatMap((name) => [goldenName("tables", name), goldenName("notes", name)]);
    expectNoOthers(folder, ["record.json", ...named]);
  });
});

/** `report.portal.html` → `tables.portal.html.txt`. */
function goldenName(kind: string, form: string): string {
  return `${kind}.${form.slice("report.".length)}.txt`;
}

async function drawTables(source: Source): Promise<string> {
  const { tokens } = await read(source);
  const grids = rebuild(tokens).flatMap((block) => (block.kind === "grid" ? [block.grid] : []));
  if (grids.length === 0) return "no grid: the cells stand in lines\n";
  return grids.map((grid, index) => `table ${index + 1}, ${grid.layout}\n${drawGrid(grid)}\n`).join("\n");
}

describe("a golden", () => {
  const root = pathToFileURL(`${mkdtempSync(join(tmpdir(), "gongkai-golden-"))}/`);
  const check = (actual: string, env: NodeJS.ProcessEnv) => () =>
    expectGolden("year/place/record.json", actual, env, root);
  afterAll(() => rmSync(root, { recursive: true }));
  const stored = () => readFileSync(new URL("year/place/record.json", root), "utf8");

  it("that is missing is written, but not where CI is set", () => {
    expect(check("1", { CI: "true" })).toThrow("is missing");
    check("1", {})();
    expect(stored()).toBe("1");
  });

  it("that differs is a failure until UPDATE rewrites it, which CI refuses", () => {
    expect(check("2", {})).toThrow();
    expect(check("2", { CI: "true", UPDATE: "1" })).toThrow("UPDATE is refused");
    expect(stored()).toBe("1");
    check("2", { UPDATE: "1" })();
    expect(stored()).toBe("2");
  });

  it("of a form that is gone is a failure until UPDATE removes it", () => {
    expect(() => expectNoOthers("year/place", [], {}, root)).toThrow();
    expectNoOthers("year/place", [], { UPDATE: "1" }, root);
  });
});
