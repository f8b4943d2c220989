import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { convert, parseTemplate } from "../../src/index.ts";

/** The template of the example, what a report prints, and what is said of it, as a page of the documentation has them. */
function exampleIn(page: string): {
  readonly template: string;
  readonly table: string;
  readonly said: string;
} {
  const text = readFileSync(new URL(`../../docs/${page}`, import.meta.url), "utf8");
  const [, template, table, said] =
    /```yaml\n(id: library-use\n[^`]*)```[^`]*```markdown\n([^`]*)```[^`]*```text\n([^`]*)```/u.exec(text)!;
  return { template: template!, table: table!, said: said! };
}

test("both languages show one template and one table", () => {
  const [en, zh] = [exampleIn("template.md"), exampleIn("template.zh-CN.md")];
  expect({ ...zh, said: "" }).toEqual({ ...en, said: "" });
});

describe.each([
  ["en", "template.md"],
  ["zh", "template.zh-CN.md"],
] as const)("the example of groups known from memory in %s", (language, page) => {
  const { template, table, said } = exampleIn(page);
  const read = (text: string) => {
    const parsed = parseTemplate(text, page);
    expect(parsed.problems).toEqual([]);
    const bytes = new TextEncoder().encode(`青石市2023年度图书馆使用年报\n\n${table}`);
    return convert({ name: "a.md", bytes }, { templates: [parsed.template!], language });
  };

  it("reads every cell and says which words differ, and of which cells", async () => {
    const { report, diagnostics } = await read(template);
    expect(report?.tables["use"]).toEqual({
      own: { adults: { people: 5120, loans: 8400 }, children: { people: 2300, loans: 6150 } },
      branches: { all: { people: 940, loans: 1210 } },
    });
    expect(diagnostics.map(({ severity, message }) => `${severity} ${message}\n`).join("")).toBe(said);
    expect(
      diagnostics.map(({ paths }) => paths?.map((path) => path.replace("/report/tables/use/", ""))),
    ).toEqual([
      ["own/adults/people", "own/children/people", "branches/all/people"],
      ["branches/all/people", "branches/all/loans"],
    ]);
  });

  it("says nothing without groupBasis", async () => {
    expect((await read(template.replaceAll(", groupBasis: recall", ""))).diagnostics).toEqual([]);
  });
});
