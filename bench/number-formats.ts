/**
 * Writes every value in every number format into a workbook, lets LibreOffice save it as XLS and ODS and print all
 * three as it shows them, and compares that with what is read: 3,663 pairs for each. A pair is alike, doubtful, not read
 * as a number (a finding where one belongs), of the same number (`12.` and `12`), or another. Those that are known fall
 * into groups in which LibreOffice shows a number as no program in Chinese does; any further one is printed, and the
 * bench ends with 1.
 * `npx tsx bench/number-formats.ts`; needs LibreOffice, and takes some twenty seconds.
 */
import { valueRecords } from "../src/adapters/csv/records.ts";
import { ods } from "../src/adapters/ods/index.ts";
import { xls } from "../src/adapters/xls/index.ts";
import { xlsx } from "../src/adapters/xlsx/index.ts";
import { defaultLimits } from "../src/index.ts";
import type { Adapter } from "../src/model/index.ts";
import { isNumber, readValue } from "../src/printed/numbers.ts";
import { packXlsx } from "../test/support/factory/xlsx/package.ts";
import { convertWithSoffice, hasSoffice } from "../test/support/soffice.ts";

const values = [
  ...[0, 1, -1, 5, 12, 59, 60, 123, 1234, 1500, -1234.5, 44_927, 1_234_567, 9_999_999_999, 12_345_678_901],
  ...[99_999_999_999, 123_456_789_012, 1e15, 1e20, 0.5, -0.5, 0.125, 0.004, 0.005, 1.005, 1.5, 2.5, 999.5],
  ...[1234.5, 1234.567, 45_000.75, 123_456.789_012_345, 0.1 + 0.2, 1 / 3, 0.00001, -0.001, 20_000],
];
const formats = [
  ...[
    "General",
    "@",
    "0",
    "00",
    "00000",
    "#",
    "?0",
    "0.0",
    "0.00",
    "0.000",
    "#.##",
    "0.##",
    "0.0??",
    "#.",
    "0.",
  ],
  ...[
    "#,##0",
    "#,##0.00",
    "#,##0.0#",
    "0,000",
    "0,0.0",
    "#,###",
    "# ##0",
    "0 0",
    "000-0000",
    "0.0.0",
    "0,.00",
  ],
  ...["#,", "#,##0,", "0.0,", "#,##0.00,,", '0.0,"千"', '0!.0,"万"', '0\\.0,"万"', '[>=10000]0!.0,"万";0'],
  ...["0%", "0.0%", "0.00%", "0\\%", '0"%"', "0.00E+00", "##0.0E+0", "# ?/?", "# ??/??", "# ?/4", "0/0"],
  ...["#,##0_ ", "#,##0_);(#,##0)", "#,##0_);[Red](#,##0)", "#,##0;[Red]#,##0", "0;-0", "0;0", "0;[Red]0"],
  ...[
    "0.00_ ;[Red]-0.00 ",
    '0;-0;"无"',
    "0;-0;-",
    "0;-0;",
    "0;;",
    '0;"负"0',
    '"-"',
    "-0",
    "+0;-0",
    "(0)",
    "0\\-0",
  ],
  ...[
    "0件",
    '0"件"',
    '"约"0',
    '0 "件"',
    '"第"0"号"',
    'General"件"',
    'General;-General;"无"',
    "General;[Red]General",
  ],
  ...['[=0]"无";0', '[>100]0;[<0]"负"0;0.0', "[<1]0.0%;0", "[>=10]0;0;0.0", "[>0]0", "0.0;[<>0]0"],
  ...[
    "$0",
    "¥#,##0",
    "[$¥-804]#,##0.00",
    "[$-804]0",
    "$#,##0.00_);($#,##0.00)",
    "[Blue]0;[Red]-0",
    "[White]0",
  ],
  ...[
    '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
    '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)',
    "*-0",
    "[DBNum1]0",
  ],
  ...[
    "yyyy-m-d",
    'yyyy"年"m"月"d"日"',
    'm"月"d"日"',
    "m/d",
    "d-mmm-yy",
    "h:mm",
    "[h]:mm",
    "mm:ss",
    "d",
    "yyyy",
    "e",
  ],
];

/** Where LibreOffice shows other digits than Excel and WPS do, and why. */
const known: readonly (readonly [why: string, holds: (format: string, value: number) => boolean])[] = [
  [
    "General has eleven characters (18.8.30); LibreOffice puts it for formats that XLS cannot hold",
    (format) => /General|^@$|0,\.|<>/.test(format),
  ],
  ["`!` escapes in Chinese editions", (format) => format.includes("!")],
  ["fractions have no more digits", (format, value) => format.includes("/") && value >= 9_999_999_999],
  ["15 digits are rounded, not the product (1.005 as 101 %)", (_, value) => value === 1.005],
  ["LibreOffice loses `_ ` when it opens its own ODS", (format) => format === "#,##0_ "],
];

const column = (at: number): string => (at < 26 ? "" : "A") + String.fromCharCode(65 + (at % 26));
const escaped = (code: string): string =>
  code.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const rows = formats.map((_, row) => {
  const cells = values.map(
    (value, at) => `<c r="${column(at + 1)}${row + 1}" s="${row + 1}"><v>${value}</v></c>`,
  );
  return `<row r="${row + 1}"><c r="A${row + 1}" t="inlineStr"><is><t>F${row}</t></is></c>${cells.join("")}</row>`;
});
const workbook = packXlsx({
  styles:
    `<numFmts>${formats.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${escaped(code)}"/>`).join("")}</numFmts>` +
    '<fonts><font><sz val="11"/></font></fonts><fills><fill/><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>' +
    `<cellXfs><xf/>${formats.map((_, at) => `<xf numFmtId="${200 + at}" applyNumberFormat="1"/>`).join("")}</cellXfs>`,
  sheets: [
    {
      name: "a",
      head: '<cols><col min="1" max="60" width="60" customWidth="1"/></cols>',
      rows: rows.join(""),
    },
  ],
});

/** What an adapter reads of the workbook, row by row, with a doubt as `?reason`. */
async function read(adapter: Adapter, bytes: Uint8Array): Promise<string[][]> {
  const { tokens } = await adapter.read({ name: "a", bytes }, defaultLimits, {
    lineReader: async () => null,
  });
  const lines: string[][] = [];
  for (const token of tokens) {
    if (token.kind === "row") lines.push([]);
    if (token.kind === "cell")
      lines.at(-1)![(token.column ?? 1) - 1] = token.doubt === undefined ? token.text.trim() : "?";
  }
  return lines;
}

function compare(
  name: string,
  ours: readonly (readonly string[])[],
  theirs: readonly (readonly string[])[],
): boolean {
  const counts = { alike: 0, doubtful: 0, unread: 0, same: 0, known: 0, other: 0 };
  const others: string[] = [];
  formats.forEach((format, row) => {
    values.forEach((value, at) => {
      const [own = "", shown = ""] = [ours[row]?.[at + 1], theirs[row]?.[at + 1]?.trim()];
      const number = (text: string): unknown => readValue(text.replace(/(\d)\.(?!\d)/, "$1")).value;
      if (own === "?") counts.doubtful++;
      else if (own === shown) counts.alike++;
      else if ((!isNumber(own) && !isNumber(shown)) || number(own) === number(shown)) counts.same++;
      else if (!isNumber(own)) counts.unread++;
      else if (known.some(([, holds]) => holds(format, value))) counts.known++;
      else {
        counts.other++;
        others.push(`${name} ${format} of ${value}: read as ${own}, shown as ${shown}`);
      }
    });
  });
  console.log(
    name.padEnd(5),
    Object.entries(counts)
      .map(([kind, count]) => `${kind} ${count}`)
      .join(", "),
  );
  for (const one of others.slice(0, 40)) console.log(`  ${one}`);
  return counts.other === 0;
}

if (hasSoffice) {
  const files: readonly (readonly [string, Adapter, Uint8Array])[] = [
    ["xlsx", xlsx, workbook],
    ["xls", xls, convertWithSoffice({ "a.xlsx": workbook }, "xls").get("a")!],
    ["ods", ods, convertWithSoffice({ "a.xlsx": workbook }, "ods").get("a")!],
  ];
  for (const [name, adapter, bytes] of files) {
    const printed = convertWithSoffice({ [`a.${name}`]: bytes }, "csv").get("a")!;
    const shown = valueRecords(new TextDecoder().decode(printed)).map(({ fields }) => fields);
    if (!compare(name, await read(adapter, bytes), shown)) process.exitCode = 1;
  }
  for (const [why] of known) console.log(`known: ${why}`);
} else console.log("LibreOffice is absent: nothing was compared");
