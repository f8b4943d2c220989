import { expect, it } from "vitest";
import { cellsOf, convert, flagsOf, numberOf } from "../../src/index.ts";
import {
  drawReport,
  layOut,
  plain,
  renderCsv,
  renderHtml,
  renderTextFile,
  type FormBlock,
} from "../support/factory/index.ts";

const truth = drawReport(13, { ...plain, year: 2020, layouts: layoutsOf("2019") });

function layoutsOf(layout: "2019" | "2021") {
  return { proactiveDisclosure: layout, applications: layout, reviewAndLitigation: layout };
}

/** The report with other words in one cell. */
function withWords(path: string, text: string): readonly FormBlock[] {
  return layOut(truth).map((block) =>
    block.kind === "table"
      ? {
          ...block,
          rows: block.rows.map((row) => row.map((cell) => (cell.path === path ? { ...cell, text } : cell))),
        }
      : block,
  );
}

const formats = [
  ["csv", (blocks: readonly FormBlock[]) => renderCsv(blocks)],
  ["md", (blocks: readonly FormBlock[]) => renderTextFile(blocks, "markdown-pipe")],
  ["html", (blocks: readonly FormBlock[]) => renderHtml(blocks)],
] as const;

it.each([
  ["proactiveDisclosure.regulations.newlyMade", "见附件"],
  ["proactiveDisclosure.regulations.newlyMade", "5（件）左右"],
  ["proactiveDisclosure.centralizedProcurement.amount", "350元整"],
  ["proactiveDisclosure.centralizedProcurement.amount", "约350万元"],
  ["proactiveDisclosure.administrativeFees.itemsChange", "未统计"],
  ["reviewAndLitigation.litigation.direct.upheld", "未统计"],
  ["reviewAndLitigation.litigation.afterReconsideration.total", "见附件"],
])("%s printed %s is unreadable, and all other cells keep their values", async (path, text) => {
  for (const [extension, render] of formats) {
    const conversion = await convert({ name: `a.${extension}`, bytes: render(withWords(path, text)) });
    const flags = flagsOf(conversion);
    const own = `/report/tables/${path.replaceAll(".", "/")}`;
    const values = new Map(
      cellsOf(conversion.report!).map(({ pointer, value }) => [pointer, numberOf(value)]),
    );
    const wrong = Object.entries(truth.values)
      .map(([name, value]) => [`/report/tables/${name.replaceAll(".", "/")}`, value] as const)
      .filter(([pointer, value]) => pointer !== own && values.get(pointer) !== value);
    expect([extension, wrong, values.get(own) ?? null, flags(own).rules]).toEqual([
      extension,
      [],
      null,
      expect.arrayContaining(["unreadable-value"]),
    ]);
  }
});

it.each(["350万元", "2.5千元"])(
  "an amount of %s among blank covered cells makes no second half",
  async (text) => {
    const blocks = withWords("proactiveDisclosure.centralizedProcurement.amount", text);
    const { report } = await convert({ name: "a.csv", bytes: renderCsv(blocks) });
    expect(report!.tables.proactiveDisclosure).toMatchObject({
      centralizedProcurement: {
        projects: truth.values["proactiveDisclosure.centralizedProcurement.projects"],
        amount: Number.parseFloat(text),
      },
    });
  },
);
