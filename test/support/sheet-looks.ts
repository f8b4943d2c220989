import { expect } from "vitest";
import { packXlsx } from "./factory/xlsx/package.ts";

const text = (at: string, words: string): string => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
const rich = (at: string, ...runs: readonly (readonly [font: string, words: string])[]): string =>
  `<c r="${at}" t="inlineStr"><is>${runs.map(([font, words]) => `<r><rPr>${font}</rPr><t>${words}</t></r>`).join("")}</is></c>`;

/** Fonts, grounds and formats, and the cell formats made of them. */
const fonts = [
  "",
  '<color rgb="FFFFFFFF"/>',
  "<strike/>",
  '<color rgb="FFFDFEFD"/>',
  '<color rgb="FF336699"/>',
];
const patterns = [";;;", "0;-0;;@", '0"件"'];
const formats: readonly (readonly [font: number, ground: number, pattern: number, border?: number])[] = [
  [0, 0, 0],
  [1, 0, 0],
  [2, 0, 0],
  [3, 0, 0],
  [4, 2, 0],
  [1, 2, 0],
  [0, 0, 200],
  [0, 0, 201],
  [0, 0, 202],
  [5, 0, 0],
  [0, 0, 0, 1],
];
const solid = '<fill><patternFill patternType="solid"><fgColor rgb="FF336699"/></patternFill></fill>';
const styles =
  `<numFmts>${patterns.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${code.replaceAll('"', "&quot;")}"/>`).join("")}</numFmts>` +
  `<fonts>${fonts.map((font) => `<font>${font}<sz val="11"/></font>`).join("")}<font><sz val="1"/></font></fonts>` +
  `<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${solid}</fills><borders><border/><border diagonalUp="1"><left/><right/><top/><bottom/><diagonal style="thin"><color rgb="FF000000"/></diagonal></border></borders>` +
  `<cellXfs>${formats.map(([font, ground, pattern, border = 0]) => `<xf fontId="${font}" fillId="${ground}" numFmtId="${pattern}" borderId="${border}" applyBorder="1" applyFont="1" applyFill="1" applyNumberFormat="1"/>`).join("")}</cellXfs>` +
  '<dxfs><dxf><font><color rgb="FFFFFFFF"/></font></dxf><dxf><font><b/></font></dxf></dxfs>';

const five = (style: number) => (at: string) => `<c r="${at}" s="${style}"><v>5</v></c>`;
/** What a cell is, and what is read of it. */
const cells: readonly (readonly [name: string, cell: (at: string) => string, read: string])[] = [
  ["plain", five(0), "5"],
  ["white", five(1), "5 ?faint-text"],
  ["struck", five(2), "5 ?struck-text"],
  ["nearly white", five(3), "5 ?faint-text"],
  ["blue on blue", five(4), "5 ?faint-text"],
  ["white on blue", five(5), "5"],
  ["shown as nothing", five(6), " ?unseen-text"],
  ["zero shown as nothing", (at) => `<c r="${at}" s="7"><v>0</v></c>`, " ?unseen-text"],
  ["with a unit", five(8), "5件"],
  ["a dot", five(9), "5 ?too-small"],
  ["partly struck", (at) => rich(at, ["", "12"], ["<strike/>", "3"]), "123 ?struck-text"],
  ["struck at its start", (at) => rich(at, ["<strike/>", "9"], ["", "12"]), "912 ?struck-text"],
  [
    "partly raised",
    (at) => rich(at, ["", "12"], ['<vertAlign val="superscript"/>', "3"]),
    "12³ ?raised-digit",
  ],
  ["partly white", (at) => rich(at, ["", "12"], ['<color rgb="FFFFFFFF"/>', "3"]), "123 ?faint-text"],
  ["partly large", (at) => rich(at, ["", "12"], ['<sz val="24"/>', "3"]), "123 ?mixed-look"],
  ["partly bold", (at) => rich(at, ["", "12"], ["<b/>", "3"]), "123"],
  ["worked out", (at) => `<c r="${at}"><f>1+2</f><v>3</v></c>`, "3"],
  ["worked out anew", (at) => `<c r="${at}"><f>3+0*RAND()</f><v>3</v></c>`, "3 ?formula"],
  ["crossed out", five(10), "5 ?struck-text"],
  ["too wide", (at) => `<c r="${at}"><v>12345678901</v></c>`, "12345678901 ?too-small"],
  ["under a condition", (at) => `<c r="${at}"><v>7</v></c>`, "7 ?unseen-text"],
  ["under a bold one", (at) => `<c r="${at}"><v>7</v></c>`, "7"],
  ["corrected by its note", five(0), "5 ?note"],
  ["explained by its note", five(0), "5"],
];
const rowOf = (name: string): number => cells.findIndex(([own]) => own === name) + 2;
const condition = (row: number, format: number): string =>
  `<conditionalFormatting sqref="B${row}"><cfRule type="cellIs" dxfId="${format}" priority="1" operator="equal"><formula>7</formula></cfRule></conditionalFormatting>`;
const note = (name: string, text: string): string =>
  `<comment ref="B${rowOf(name)}" authorId="0"><text><r><t>科员：</t></r><r><t xml:space="preserve">\n${text}</t></r></text></comment>`;
/** The folded box of a note. */
const folded = (name: string): string =>
  `<v:shape type="#note" style="position:absolute;visibility:hidden"><v:textbox/><x:ClientData ObjectType="Note"><x:Anchor>4, 0, 1, 0, 6, 0, 4, 0</x:Anchor><x:Row>${rowOf(name) - 1}</x:Row><x:Column>1</x:Column></x:ClientData></v:shape>`;
const last = cells.length + 2;
/** A workbook in which each cell of a column looks another way. */
export const looksWorkbook = (): Uint8Array =>
  packXlsx({
    styles,
    sheets: [
      {
        name: "报告",
        head: '<cols><col min="1" max="1" width="30" customWidth="1"/><col min="2" max="2" width="8" customWidth="1"/><col min="3" max="3" width="9" hidden="1"/></cols>',
        rows:
          `<row r="1">${text("A1", "项目")}${text("B1", "数量")}${text("C1", "旧")}${text("D1", "末")}</row>` +
          cells
            .map(([name, cell], index) => {
              const row = index + 2;
              return `<row r="${row}">${text(`A${row}`, name)}${cell(`B${row}`)}${text(`C${row}`, "8")}${text(`D${row}`, "1")}</row>`;
            })
            .join("") +
          `<row r="${last}" hidden="1">${text(`A${last}`, "hidden")}<c r="B${last}"><v>5</v></c></row>` +
          `<row r="${last + 1}" ht="0.5" customHeight="1">${text(`A${last + 1}`, "low")}<c r="B${last + 1}"><v>5</v></c></row>`,
        tail: condition(rowOf("under a condition"), 0) + condition(rowOf("under a bold one"), 1),
        legacy: `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="note" path="m,l,21600r21600,l21600,xe"/>${folded("corrected by its note")}${folded("explained by its note")}</xml>`,
        notes: note("corrected by its note", "应为13") + note("explained by its note", "不含上年结转"),
      },
      { name: "底稿", state: "hidden", rows: '<row r="1"><c r="A1"><v>7</v></c></row>' },
    ],
  });
/** What is read of it, in whatever format it is saved. */
export const looksRead: readonly unknown[] = [
  "| 项目 | 数量 | 末 |",
  ...cells.map(([name, , read]) => `| ${name} | ${read} | 1 |`),
  expect.stringMatching(/^! hidden-content /),
];
