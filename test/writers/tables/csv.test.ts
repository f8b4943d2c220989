import fc from "../../support/fast-check.ts";
import { expect, test } from "vitest";
import { csv } from "../../../src/writers/tables/csv.ts";
import { write } from "../../../src/writers/index.ts";
import { conversion, template, unusable } from "../example.ts";

const sha256 = conversion.source.sha256;

test("one row a cell, gaps included, optional rows only where printed", () => {
  expect(write(csv, [conversion], [template]).replaceAll(sha256, "…").split("\r\n")).toEqual([
    "issuer,year,table,row,column,value,unit,raw,status,flag,rules,page,table_no,row_no,column_no,text,file_no,record_no,source,sha256",
    '"甲乡, 乙县",2021,applications,received,person,12,件,12件,given,error,cell-unreadable,2,1,3,4,,,,a/report.docx,…',
    '"甲乡, 乙县",2021,applications,received,legal.other,,,\'-,dash,,,,1,3,5,,,,a/report.docx,…',
    '"甲乡, 乙县",2021,applications,results.total,person,,,,blank,,,,1,4,4,,,,a/report.docx,…',
    '"甲乡, 乙县",2021,applications,results.total,legal.other,,,,unreadable,,,,,,,,,,a/report.docx,…',
    "",
  ]);
});

test("a document without a report gives no row", () => {
  expect(write(csv, [unusable], [template]).split("\r\n")).toHaveLength(2);
});

test("a layout without its template is misuse", () => {
  expect(() => write(csv, [conversion], [])).toThrow(
    "no template given for table applications of layout 2021",
  );
});

test.each([
  ["12", "12"],
  ["-8", "-8"],
  ["+1036", "+1036"],
  ["-185.5", "-185.5"],
  ["=1+1", "'=1+1"],
  ["-1+cmd|' /C calc'!A0", "'-1+cmd|' /C calc'!A0"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\t5", "'\t5"],
  ["－", "'－"],
  ["'5", "''5"],
  ['a "b"', '"a ""b"""'],
  ["a\nb", '"a\nb"'],
])("the printed text %j is written as %j", (raw, written) => {
  expect(rawField(raw)).toBe(written);
});

test("taking one leading apostrophe off gives every printed text back", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("'", "=", "-", "1", '"', ",", "\r", "\n", "字") }),
      (raw) => {
        const quoted = /^"(.*)"$/s.exec(rawField(raw))?.[1]?.replaceAll('""', '"') ?? rawField(raw);
        expect(quoted.replace(/^'/, "")).toBe(raw);
      },
    ),
  );
});

/** The `raw` field of the only row with a number. */
function rawField(raw: string): string {
  const path = "/report/tables/applications/person/received";
  const evidence = { ...conversion.evidence, [path]: { raw, status: "given", at: null } as const };
  const text = write(csv, [{ ...conversion, evidence }], [template]);
  const start = text.indexOf("person,12,,") + "person,12,,".length;
  return text.slice(start, text.indexOf(",given,", start));
}
