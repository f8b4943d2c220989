import fc from "../../support/fast-check.ts";
import { expect, test } from "vitest";
import { convert, parseTemplate } from "../../../src/index.ts";
import { cellsOf } from "../../../src/record/index.ts";

const words = ["甲", "乙项", "合计", "罚款数量", "警告", "其他行政行为", ""];
const label = fc.constantFrom(...words);
const group = fc.array(
  label.filter((text) => text !== ""),
  { maxLength: 2 },
);
const type = fc.constantFrom(
  { type: "count" },
  { type: "signed-change" },
  { type: "amount", unit: "万元" },
  { type: "signed-amount" },
  { type: "percent" },
  { type: "text" },
  { type: "date" },
  { type: "choice", options: { yes: ["是"], no: ["否", "无此项"] } },
  { type: "choice", several: true, options: { a: ["甲"], b: ["乙"] } },
);
const optional = fc.constantFrom({}, { optional: true }, { basis: "recall" });
const items = (letter: string, least: number) =>
  fc
    .array(fc.tuple(label, group, type, optional, fc.boolean()), { minLength: least, maxLength: 4 })
    .map((found) =>
      found.map(([text, above, kind, marks, typed], at) => ({
        key: `${letter}${at}`,
        label: text,
        group: above,
        ...marks,
        ...(letter === "c" || typed ? kind : {}),
      })),
    );
/** A single row or column may go without a key; dotted keys stand for groups. */
const keyed = fc.constantFrom("", "own", "a.b");
const rule = fc.constantFrom(
  { each: "row", expression: "c0 + c1 == c2" },
  { each: "row", expression: "when c0 > 0: max(c1, c2) <= c0" },
  { each: "column", expression: "r0 >= r1" },
);
const template = fc
  .record({
    rows: items("r", 1),
    columns: items("c", 1),
    more: fc.option(items("s", 1)),
    key: keyed,
    turned: fc.boolean(),
    captioned: fc.boolean(),
    optional: fc.boolean(),
    named: fc.boolean(),
    open: fc.boolean(),
    rules: fc.array(rule, { maxLength: 2 }),
  })
  .map(({ rows, columns, more, key, turned, captioned, optional, named, open, rules }) => {
    const single = (them: typeof rows) =>
      them.length === 1 && key !== "own" && !more ? [{ ...them[0]!, key }] : them;
    const own = single(rows);
    return {
      id: "any",
      name: "某年报",
      years: [2000, null],
      ...(named ? { named } : {}),
      tables: [
        {
          id: "t",
          title: "表",
          pathOrder: turned ? "column-row" : "row-column",
          ...(optional ? { optional, editions: [rows.map((row) => `${row.key}?`)] } : {}),
          blocks: [
            {
              rows: open ? { open: { label: "甲" }, fixed: own } : own,
              columns,
              ...(captioned ? { caption: "数量" } : {}),
            },
            ...(more ? [{ rows: more, columns }] : []),
          ],
        },
      ],
      rules: rules.map((it, at) => ({ id: `own-${at}`, table: "t", ...it })),
    };
  });

const cell = fc.constantFrom(
  "1",
  "12",
  "",
  "/",
  "3.5",
  "12%",
  "是",
  "☑是 □否",
  "2024-01-02",
  "某文",
  ...words,
);
const document = fc
  .tuple(
    fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
    fc.boolean(),
    fc.constantFrom("", ' colspan="2"', ' rowspan="2"', ' rowspan="9" colspan="3"'),
  )
  .map(([rows, lines, span]) =>
    lines
      ? `某县2023年某年报\n${rows.map((cells) => cells.join(" ")).join("\n")}`
      : `<p>某县2023年某年报</p><table>${rows
          .map(
            (cells) =>
              `<tr>${cells.map((text, at) => `<td${at === 0 ? span : ""}>${text}</td>`).join("")}</tr>`,
          )
          .join("")}</table>`,
  );

test("no valid template makes a conversion throw, and every cell without a value has its evidence", async () => {
  await fc.assert(
    fc.asyncProperty(template, document, async (form, text) => {
      const parsed = [form, { ...form, rules: [] }].map((it) =>
        parseTemplate(JSON.stringify(it), "any.json"),
      );
      const own = parsed.find((it) => it.template !== null)?.template;
      if (!own) return;
      const conversion = await convert(
        { name: text.startsWith("<") ? "a.html" : "a.txt", bytes: new TextEncoder().encode(text) },
        { templates: [own] },
      );
      const cells = conversion.report ? cellsOf(conversion.report) : [];
      expect(cells.filter(({ pointer }) => conversion.evidence[pointer] === undefined)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
