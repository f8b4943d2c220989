import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { convert, parseTemplate, templates } from "../../src/index.ts";
import { venueDocuments, venueFile } from "./venue-example.ts";

/** The template as the page prints it. */
function templateIn(page: string): string {
  const text = readFileSync(new URL(`../../docs/${page}`, import.meta.url), "utf8");
  return /```yaml\n(id: venue-service\n[^`]*)```/u.exec(text)![1]!;
}

const text = templateIn("template.md");

test("both languages show one template, of fewer than 60 lines", () => {
  expect(templateIn("template.zh-CN.md")).toBe(text);
  expect(text.split("\n").length).toBeLessThan(60);
});

test("the documents are the ones the factory writes (npx tsx test/templates/make-example.ts)", () => {
  for (const [name, bytes] of Object.entries(venueDocuments()))
    expect(new Uint8Array(readFileSync(venueFile(name))), name).toEqual(bytes);
});

describe.each(["docx", "pdf", "txt"])("the template of the documentation reads %s", (format) => {
  test("words, ticks and a list, with nothing left over and no doubt", async () => {
    const { template, problems } = parseTemplate(text, "template.md");
    expect(problems).toEqual([]);
    const name = `report.${format}`;
    const source = { name, bytes: new Uint8Array(readFileSync(venueFile(name))) };
    for (const families of [[template!], [...templates, template!]]) {
      const { report, diagnostics } = await convert(source, { templates: families });
      const record = JSON.parse(readFileSync(venueFile("record.json"), "utf8")) as unknown;
      expect({ issuer: report?.issuer, year: report?.year, tables: report?.tables }).toEqual(record);
      expect(report?.otherTables).toEqual([]);
      expect(diagnostics.filter(({ severity }) => severity !== "notice")).toEqual([]);
    }
  });
});
