import { expect, it } from "vitest";
import { doc } from "../../../src/adapters/doc/index.ts";
import { defaultLimits } from "../../../src/index.ts";
import type { Reading } from "../../../src/model/index.ts";
import { printReading } from "../../support/print-cells.ts";
import { convertWithSoffice, hasSoffice } from "../../support/soffice.ts";

/** Chinese as RTF writes it. */
const chinese = (text: string): string => [...text].map((one) => `\\u${one.charCodeAt(0)}?`).join("");
const row = (label: string, value: string): string =>
  `\\trowd\\cellx3000\\cellx6000\\pard\\intbl ${label}\\cell ${value}\\cell\\row\n`;

it.skipIf(!hasSoffice)(
  "a note's number is not the cell's, a comment may dispute it, and a number in a text box is named (skipped without soffice)",
  () => {
    const note = `{\\super\\chftn}{\\footnote\\pard 9 ${chinese("注")}\\par}`;
    const comment = (text: string): string => `\\chatn{\\*\\annotation\\pard ${text}}`;
    const box =
      "{\\shp{\\*\\shpinst\\shpleft4000\\shptop100\\shpright6000\\shpbottom900\\shpfhdr0\\shpbxcolumn\\shpbypara\\shpwr3{\\sp{\\sn shapeType}{\\sv 202}}{\\shptxt \\pard 77\\par}}}";
    const rtf =
      "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}\n" +
      row(chinese("项目"), chinese("数量")) +
      row(chinese("甲"), `12${note}`) +
      row(chinese("乙"), "34") +
      row(chinese("丙"), `56${comment(chinese("应为65"))}`) +
      row(chinese("丁"), `78${comment(chinese("不含上年"))}`) +
      `\\pard ${chinese("末段")}${box}\\par}`;
    const bytes = convertWithSoffice({ "a.rtf": new TextEncoder().encode(rtf) }, "doc").get("a")!;
    const reading = doc.read({ name: "a.doc", bytes }, defaultLimits) as Reading;
    expect(printReading(reading).filter((line) => line !== "")).toEqual([
      "| 项目 | 数量 |",
      "| 甲 | 12 |",
      "| 乙 | 34 |",
      "| 丙 | 56 ?note |",
      "| 丁 | 78 |",
      "末段",
      "77",
      "9 注",
      "! floating-number 1",
    ]);
  },
  60_000,
);
