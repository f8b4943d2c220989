import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { pdf } from "../../src/adapters/pdf/index.ts";
import {
  adapters as registered,
  convert,
  drawGrid,
  parseTemplate,
  read,
  rebuild,
  templates,
} from "../../src/index.ts";
import type { Template } from "../../src/model/index.ts";
import { notes } from "../../src/writers/notes.ts";
import { renderHtml } from "../support/factory/index.ts";
import { example, exampleDocuments, exampleFile } from "./example.ts";

/** Compares with a golden file: a missing one is written, UPDATE=1 rewrites, and neither in CI. */
function golden(name: string, actual: string): void {
  const update = process.env["UPDATE"] === "1";
  const inCi = Boolean(process.env["CI"]);
  if (update && inCi) throw new Error("UPDATE is refused in CI");
  if (update || (!existsSync(exampleFile(name)) && !inCi)) writeFileSync(exampleFile(name), actual);
  expect(actual).toBe(readFileSync(exampleFile(name), "utf8"));
}

function family(): Template {
  const { template, problems } = parseTemplate(
    readFileSync(exampleFile("template.yaml"), "utf8"),
    "template.yaml",
  );
  expect(problems).toEqual([]);
  return template!;
}

test("a page's title without a known phrase names no issuer", async () => {
  const page = renderHtml([{ kind: "heading", level: 0, text: "欢迎访问本站" }, ...example.slice(2)]);
  const { report } = await convert({ name: "a.html", bytes: page }, { templates: [family()] });
  expect(report).toMatchObject({ issuer: null, year: 2024 });
});

test("the documents are the ones the factory writes (npx tsx test/templates/make-example.ts)", () => {
  for (const [name, bytes] of Object.entries(exampleDocuments())) {
    expect(new Uint8Array(readFileSync(exampleFile(name))), name).toEqual(bytes);
  }
});

const adapters = [...new Set([pdf, ...registered])];
describe.each(["txt", "docx", "pdf"])("a family from a file converts %s", (extension) => {
  const name = `report.${extension}`;
  const source = { name, bytes: new Uint8Array(readFileSync(exampleFile(name))) };

  test("one record for every format, alone or beside the built-in families", async () => {
    for (const families of [[family()], [family(), ...templates], [...templates, family()]]) {
      const { report, layouts } = await convert(source, { templates: families, adapters });
      golden("record.json", JSON.stringify({ layouts, report }, null, 2) + "\n");
    }
  });

  test("title, issuer and year from the family's name", async () => {
    const { report } = await convert(source, { templates: [family()], adapters });
    const { title, issuer, year } = report!;
    expect({ title, issuer, year }).toEqual({
      title: "霁溪市城市管理局2024年度行政执法数据年报",
      issuer: "霁溪市城市管理局",
      year: 2024,
    });
  });

  test("its tables", async () => {
    const blocks = rebuild((await read(source, { adapters })).tokens);
    golden(
      `tables.${extension}.txt`,
      blocks.flatMap((block) => (block.kind === "grid" ? [drawGrid(block.grid)] : [])).join("\n"),
    );
  });

  test("its findings, in both languages", async () => {
    for (const language of ["en", "zh"] as const) {
      const conversion = await convert(source, { templates: [family()], language, adapters });
      golden(`notes.${extension}.${language}.txt`, notes.piece(conversion, [family()]));
    }
  });
});
