import { expect, test } from "vitest";
import { notes } from "../../src/writers/notes.ts";
import { write } from "../../src/writers/index.ts";
import { conversion, template, unusable } from "./example.ts";

test("errors first, each with its rule, path and place on one line", () => {
  expect(write(notes, [conversion, unusable], [template])).toBe(`\
# a/report.docx | docx | 甲乡, 乙县 | 2021 | applications 2021
error   not a\\nnumber [cell-unreadable, /report/tables/applications/person/received, page 2 table 1 row 3 column 4]
warning 近似 [label-fuzzy, line 7]
notice  没有单位 [unit-missing]

# b.pdf | ? | no report
error   no format [unsupported]
`);
});

test("nothing from a document reaches a terminal as a control character", () => {
  const name = "a\u001b[31m\u202eb\ud800";
  const hostile = { ...unusable, source: { ...unusable.source, name } };
  expect(write(notes, hostile, [])).toContain("# a\\u001b[31m\\u202eb\\ud800 |");
});
