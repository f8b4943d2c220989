import { describe, expect, it } from "vitest";
import { correct } from "../../../src/corrections/index.ts";
import {
  convert,
  parseTemplate,
  serializeTemplate,
  withBuiltIn,
  type Conversion,
} from "../../../src/index.ts";
import { cells } from "../../../src/writers/tables/cells.ts";
import { xlsxWriter } from "../../../src/writers/xlsx/index.ts";
import { throughCells } from "./through-cells.ts";

const own = (rows: string, rules = "") => `
id: village-projects
name: 帮扶项目年度报表
years: [2015, null]
tables:
  - id: projects
    title: 帮扶项目
    blocks:
      - columns:
          - { key: households, label: 受益户数, type: count, unit: 户 }
          - { key: amount, label: 投入资金（万元）, type: amount, unit: 万元 }
          - { key: done, label: 是否完工, type: choice, options: { yes: [是], no: [否] } }
        rows: ${rows}
${rules}`;
const fixed = "{ open: { label: 项目名称 }, fixed: [{ key: total, label: 合计 }] }";
const sums = "rules: [{ id: projects-total, table: projects, each: column, expression: rows.* == total }]";
const family = parseTemplate(own(fixed, sums), "own.yaml").template!;
const templates = withBuiltIn([family]);

const page = (...rows: readonly string[]): Promise<Conversion> =>
  convert(
    {
      name: "a.html",
      bytes: new TextEncoder().encode(
        `<h1>清溪县2023年度帮扶项目年度报表</h1><table border="1">${rows
          .map((row) =>
            row === "NEXT"
              ? `</table><p>续表</p><table border="1">`
              : `<tr>${row
                  .split("|")
                  .map((cell) => `<td>${cell}</td>`)
                  .join("")}</tr>`,
          )
          .join("")}</table>`,
      ),
    },
    { templates },
  );

const heading = "项目名称|受益户数|投入资金（万元）|是否完工";
const filled = [
  heading,
  "2号渠（新建）|120|35.5|☑是 □否",
  "青石村 道路|80|60|□是 ☑否",
  "2号渠（新建）|7||☑是 □否",
  "合计|207|95.5|",
];

const flags = ({ diagnostics }: Conversion): string[] =>
  diagnostics
    .filter(({ severity }) => severity !== "notice")
    .map(({ rule, path, paths }) => `${rule} ${path ?? paths?.join(" ") ?? ""}`);

describe("rows of unknown number", () => {
  it("stand in the record in order, each with its name as printed", async () => {
    const conversion = await page(...filled);
    expect(conversion.report?.tables).toEqual({
      projects: {
        rows: [
          { label: "2号渠（新建）", households: 120, amount: 35.5, done: "yes" },
          { label: "青石村 道路", households: 80, amount: 60, done: "no" },
          { label: "2号渠（新建）", households: 7, amount: null, done: "yes" },
        ],
        total: { households: 207, amount: 95.5, done: null },
      },
    });
    expect(conversion.report?.otherTables).toEqual([]);
    expect(flags(conversion)).toEqual([]);
    expect(conversion.evidence["/report/tables/projects/rows/1/label"]).toMatchObject({
      raw: "青石村 道路",
      status: "given",
      at: { row: 3, column: 1 },
    });
    expect(conversion.candidates[0]).toMatchObject({ rows: 1, rowsMatched: 1, columns: 3, score: 1 });
  });

  it("are summed by rows.*", async () => {
    const conversion = await page(...filled.slice(0, -1), "合计|208|95.5|");
    expect(conversion.diagnostics).toContainEqual(
      expect.objectContaining({
        rule: "projects-total",
        path: "/report/tables/projects/total/households",
        expected: 207,
        actual: 208,
      }),
    );
  });

  it.each([
    [
      "numbered",
      ["序号|" + heading, ...filled.slice(1, 4).map((row, at) => `${at + 1}|${row}`), "|" + filled[4]!],
    ],
    ["with numbers of the columns", [heading, "栏次|1|2|3", ...filled.slice(1)]],
    ["with numbers of all columns", [heading, "1|2|3|4", ...filled.slice(1)]],
    ["with the sum above", [heading, filled[4]!, ...filled.slice(1, 4)]],
    ["with a row left empty", [...filled.slice(0, 4), "|||", "……|||", filled[4]!]],
  ])("%s", async (_, rows) => {
    const conversion = await page(...rows);
    expect(conversion.report?.tables).toEqual((await page(...filled)).report?.tables);
    expect(flags(conversion)).toEqual([]);
  });

  describe("below whose headings stands 甲 | 1 | 2", () => {
    const doubtful = "row-or-numbers /report/tables/projects";
    it.each([
      ["the first of several", ["甲|1|2|3", "乙|5|4|□是 ☑否", "合计|9|9|"], ["甲", "乙"], []],
      ["one that the total needs", ["甲|1|2|3", "东渠|5|4|□是 ☑否", "合计|6|6|"], ["甲", "东渠"], []],
      ["numbers of columns by the total", ["甲|1|2|3", "东渠|5|4|□是 ☑否", "合计|5|4|"], ["东渠"], []],
      ["numbers of columns by how many", ["甲|1|2|3", "东渠|5|4|□是 ☑否", "合计|9|9|"], ["东渠"], []],
      ["all there is", ["甲|1|2|3", "合计|9|9|"], [], [doubtful]],
    ])("%s", async (_, rows, names, told) => {
      const conversion = await page(heading, ...rows);
      const list = (conversion.report?.tables["projects"] as { rows?: { label: string }[] }).rows ?? [];
      expect(list.map(({ label }) => label)).toEqual(names);
      expect(flags(conversion).filter((flag) => flag.startsWith("row-or"))).toEqual(told);
    });
  });

  it("go on in a further grid under the same headings", async () => {
    const [first, ...rest] = filled.slice(1);
    const conversion = await page(heading, first!, "NEXT", heading, ...rest);
    expect(conversion.report?.tables).toEqual((await page(...filled)).report?.tables);
    expect(flags(conversion)).toEqual([]);
  });

  it("an unreadable one is null and told", async () => {
    const conversion = await page(heading, "甲渠|约百户|35.5|☑是 ☑否", "合计|100|35.5|");
    expect(conversion.report?.tables).toMatchObject({
      projects: { rows: [{ label: "甲渠", households: null, amount: 35.5, done: null }] },
    });
    expect(flags(conversion)).toEqual([
      "unreadable-value /report/tables/projects/rows/0/households",
      "choice-unclear /report/tables/projects/rows/0/done",
    ]);
  });

  it("a number over several columns belongs to none of them, and is told", async () => {
    const conversion = await convert(
      {
        name: "a.html",
        bytes: new TextEncoder().encode(
          `<h1>清溪县2023年度帮扶项目年度报表</h1><table border="1">${[heading, filled[1]!]
            .map((row) => `<tr><td>${row.replaceAll("|", "</td><td>")}</td></tr>`)
            .join(
              "",
            )}<tr><td>西渠</td><td colspan="3">34</td></tr><tr><td>合计</td><td>120</td><td>35.5</td><td></td></tr></table>`,
        ),
      },
      { templates },
    );
    const told = conversion.diagnostics.flatMap(({ path, paths }) => [path, ...(paths ?? [])]);
    expect(conversion.report?.tables).toMatchObject({
      projects: { rows: [{ households: 120 }, { label: "西渠", households: null, amount: null }] },
    });
    expect(told).toEqual(
      expect.arrayContaining(["households", "amount"].map((key) => `/report/tables/projects/rows/1/${key}`)),
    );
  });

  describe("in odd print", () => {
    const rowsOf = ({ report }: Conversion) =>
      (
        report?.tables["projects"] as { rows?: { label: string; households: number | null }[] } | undefined
      )?.rows?.map(({ label, households }) => `${label} ${households}`) ?? [];
    const numbers = filled.slice(1);

    it("go on in a further grid without headings, after a page number", async () => {
      const html = `<h1>清溪县2023年度帮扶项目年度报表</h1><table border="1">${[
        heading,
        numbers[0]!,
        "NEXT",
        ...numbers.slice(1),
      ]
        .map((row) =>
          row === "NEXT"
            ? `</table><p>- 2 -</p><table border="1">`
            : `<tr><td>${row.replaceAll("|", "</td><td>")}</td></tr>`,
        )
        .join("")}</table>`;
      const conversion = await convert(
        { name: "a.html", bytes: new TextEncoder().encode(html) },
        { templates },
      );
      expect(conversion.report?.tables).toEqual((await page(...filled)).report?.tables);
    });

    it.each([
      [
        "under headings in another order",
        ["项目名称|投入资金（万元）|受益户数|是否完工", "甲渠|2|1|☑是 □否", "合计|2|1|"],
        [],
      ],
      [
        "beside a column that is near one of the form's",
        ["项目名称|受益户数|受益人数|投入资金（万元）|是否完工", "甲渠|1|9|2|☑是 □否", "合计|1|9|2|"],
        ["extra-column /report/otherTables/0"],
      ],
      [
        "beside a column of last year",
        ["项目名称|受益户数（上年）|受益户数|投入资金（万元）|是否完工", "甲渠|9|1|2|☑是 □否", "合计|9|1|2|"],
        ["extra-column /report/otherTables/0"],
      ],
      [
        "without one of the headings",
        ["项目名称|受益户数|是否完工", "甲渠|1|☑是 □否", "合计|1|"],
        [
          "cell-count /report/tables/projects/rows/0/amount",
          "cell-count /report/tables/projects/total/amount",
        ],
      ],
    ])("%s", async (_, rows, told) => {
      const conversion = await page(...rows);
      expect(rowsOf(conversion)).toEqual(["甲渠 1"]);
      expect(conversion.report?.tables).toMatchObject({ projects: { total: { households: 1 } } });
      expect(flags(conversion)).toEqual(told);
    });

    it("that none took of a grid are told", async () => {
      const conversion = await page(heading, numbers[0]!, "|80|60|□是 ☑否", "合计|200|95.5|");
      expect(rowsOf(conversion)).toEqual(["2号渠（新建） 120"]);
      expect(flags(conversion)).toContain("extra-row /report/otherTables/0/rows/0");
    });

    it("of a number over the whole width are told", async () => {
      const conversion = await convert(
        {
          name: "a.html",
          bytes: new TextEncoder().encode(
            `<h1>清溪县2023年度帮扶项目年度报表</h1><table><tr><td>${heading.split("|").join("<td>")}` +
              `<tr><td>${numbers[0]!.split("|").join("<td>")}<tr><td colspan=4>738.08<tr><td>合计<td>200<td>95.5<td></table>`,
          ),
        },
        { templates },
      );
      expect(rowsOf(conversion)).toEqual(["2号渠（新建） 120"]);
      expect(flags(conversion)).toContain("extra-row /report/otherTables/0/rows/0");
    });

    const text = (...rows: readonly string[]) =>
      convert(
        {
          name: "a.txt",
          bytes: new TextEncoder().encode(
            ["清溪县2023年度帮扶项目年度报表", ...rows].join("\n").replaceAll("|", "\t"),
          ),
        },
        { templates },
      );

    it("a row of nothing in a text parts rows, and a note is none", async () => {
      const conversion = await text(
        heading,
        numbers[0]!,
        "|||",
        numbers[1]!,
        "合计|200|95.5|",
        "注：含续建|||",
      );
      expect(rowsOf(conversion)).toEqual(["2号渠（新建） 120", "青石村 道路 80"]);
    });

    it("a row of a text without a name has none, and is told", async () => {
      const conversion = await text(heading, numbers[0]!, "|80|60|□是 ☑否", "合计|200|95.5|");
      expect(rowsOf(conversion)).toEqual(["2号渠（新建） 120"]);
      expect(flags(conversion)).toContain("extra-row /report/otherTables/0/rows/0");
    });
  });

  it("are bounded in number", async () => {
    const many = Array.from({ length: 302 }, (_, at) => `项目${at}号|1|1|☑是 □否`);
    const conversion = await page(heading, ...many, "合计|302|302|");
    expect(conversion.report?.tables).toMatchObject({ projects: { rows: { length: 300 } } });
    expect(flags(conversion)).toContain("too-many-rows /report/tables/projects");
  });

  it("are absent where none is printed", async () => {
    const conversion = await page(heading, "合计|0|0|");
    expect(conversion.report?.tables).toEqual({
      projects: { total: { households: 0, amount: 0, done: null } },
    });
  });

  it("are cells for whoever writes them", async () => {
    const conversion = await page(...filled);
    const written = [...cells(conversion, templates)].map(({ pointer, labels, value }) => [
      pointer.slice("/report/tables/projects/".length),
      labels.slice(1).join(" "),
      value,
    ]);
    expect(written.slice(4, 8)).toEqual([
      ["rows/1/label", "青石村 道路 项目名称", "青石村 道路"],
      ["rows/1/households", "青石村 道路 受益户数", 80],
      ["rows/1/amount", "青石村 道路 投入资金（万元）", 60],
      ["rows/1/done", "青石村 道路 是否完工", "no"],
    ]);
    expect((await xlsxWriter(conversion, templates, "zh")).length).toBeGreaterThan(1000);
  });

  it("come back from a table of cells", async () => {
    const conversion = await page(...filled);
    expect(await throughCells(conversion, templates)).toEqual([conversion.report?.tables]);
  });

  it("are corrected like any other cell", async () => {
    const conversion = await page(...filled);
    const { name, sha256 } = conversion.source;
    const correction = {
      schema: "gongkai/correction/1",
      source: { name, sha256 },
      pointer: "/report/tables/projects/rows/1/households",
      was: 80,
      now: 81,
      who: "核对",
      when: "2024-03-01",
      why: "原件如此",
    } as const;
    const corrected = correct(conversion, [correction], { templates });
    expect(corrected.report?.tables).toMatchObject({ projects: { rows: [{}, { households: 81 }, {}] } });
    expect(flags(corrected)).toContain("projects-total /report/tables/projects/total/households");
  });
});

describe("a list alone", () => {
  const alone = parseTemplate(own("{ open: {} }"), "own.yaml").template!;

  it("needs all headings of its block", async () => {
    const read = async (...rows: readonly string[]) =>
      (
        await convert(
          {
            name: "a.html",
            bytes: new TextEncoder().encode(
              `<h1>清溪县2023年度帮扶项目年度报表</h1><table border="1">${rows
                .map(
                  (row) =>
                    `<tr>${row
                      .split("|")
                      .map((cell) => `<td>${cell}</td>`)
                      .join("")}</tr>`,
                )
                .join("")}</table>`,
            ),
          },
          { templates: withBuiltIn([alone]) },
        )
      ).report;
    expect((await read(...filled.slice(0, 3)))?.tables).toMatchObject({ projects: { rows: { length: 2 } } });
    const other = await read("项目|户数|投入资金（万元）|是否完工", "甲|1|2|3");
    expect(other?.tables ?? {}).not.toHaveProperty("projects.rows");
  });

  it("is written back as it was", () => {
    expect(parseTemplate(serializeTemplate(alone), "b.json").template).toEqual(alone);
    expect(parseTemplate(serializeTemplate(family), "b.json").template).toEqual(family);
  });
});

it.each([
  [
    "{ open: {}, fixed: [{ key: rows.total, label: 合计 }] }",
    "/tables/0/blocks/0/rows/fixed/0/key duplicate-path",
  ],
  ["{ open: {}, fixed: [{ key: total, lable: 合计 }] }", "/tables/0/blocks/0/rows/fixed/0/lable unknown-key"],
  ["{ fixed: [{ key: total, label: 合计 }] }", "/tables/0/blocks/0/rows/open missing-key"],
  ["[]", "/tables/0/blocks/0/rows too-small"],
])("says what is wrong with rows: %s", (rows, problem) => {
  const { problems } = parseTemplate(own(rows), "own.yaml");
  expect(problems.map(({ path, kind }) => `${path} ${kind}`)).toContain(problem);
});
