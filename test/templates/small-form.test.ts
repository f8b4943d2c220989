import { expect, test } from "vitest";
import { convert, parseTemplate, withBuiltIn } from "../../src/index.ts";

/** A form of few chapters, and a table that may be missing. */
const form = (chapters: readonly string[]) =>
  parseTemplate(
    JSON.stringify({
      id: "lamps",
      name: "路灯年报",
      years: [2020, null],
      sections: chapters.map((title, index) => ({ number: index + 1, title })),
      tables: [
        {
          id: "lamps",
          section: 1,
          title: "路灯",
          blocks: [
            {
              columns: [{ key: "count", label: "盏数", type: "count" }],
              rows: [
                { key: "lit", label: "亮灯" },
                { key: "dark", label: "熄灯" },
              ],
            },
          ],
        },
      ],
      rules: [],
    }),
    "lamps.json",
  ).template!;
const two = form(["路灯设置情况", "路灯维修情况"]);
const outcome = async (lines: readonly string[], template = two) => {
  const { report, diagnostics } = await convert(
    { name: "r.txt", bytes: new TextEncoder().encode(lines.join("\n")) },
    { templates: withBuiltIn([template]) },
  );
  return {
    sections: report?.sections.map(({ number }) => number),
    rules: diagnostics.map(({ rule }) => rule).filter((rule) => !fields.includes(rule)),
  };
};
/** What is said of texts that name no title, office or year; here only the form is looked for. */
const fields = ["title-missing", "issuer-missing", "year-missing"];

test("all chapters of a form that has two show a report, without a title or a table", async () => {
  expect(await outcome(["一、路灯设置情况", "略。", "二、路灯维修情况", "略。"])).toEqual({
    sections: [1, 2],
    rules: ["no-tables"],
  });
});

test("one of them does not, nor do two of a form that has more", async () => {
  expect((await outcome(["一、路灯设置情况", "略。"])).rules).toEqual(["not-a-report"]);
  const four = form(["路灯设置情况", "路灯维修情况", "路灯耗电情况", "问题与改进"]);
  expect((await outcome(["一、路灯设置情况", "略。", "二、路灯维修情况", "略。"], four)).rules).toEqual([
    "not-a-report",
  ]);
});

test("beside its title one chapter does, of a form that has no other", async () => {
  const one = form(["路灯设置情况"]);
  expect(await outcome(["某街道2021年路灯年报", "一、路灯设置情况", "略。"], one)).toEqual({
    sections: [0, 1],
    rules: ["no-tables"],
  });
  expect((await outcome(["一、路灯设置情况", "略。"], one)).rules).toEqual(["not-a-report"]);
});

test("its table does by itself", async () => {
  expect(await outcome(["项目\t盏数", "亮灯\t12", "熄灯\t3"])).toEqual({ sections: [], rules: [] });
});
