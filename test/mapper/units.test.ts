import { describe, expect, it } from "vitest";
import { convert } from "../../src/index.ts";

const FEES = "/report/tables/proactiveDisclosure/administrativeFees/amount";
const LICENSING = "/report/tables/proactiveDisclosure/administrativeLicensing/decisions";

interface Printed {
  readonly above?: string;
  readonly below?: string;
  readonly caption?: string;
  readonly heading?: string;
  readonly label?: string;
  readonly fees?: string;
  readonly licensing?: string;
}

/** Table 2 of 2021, rows of cells. */
function rowsOf(printed: Printed): readonly (readonly string[])[] {
  return [
    ["第二十条第（一）项"],
    ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
    ["规章", "0", "0", "0"],
    ["行政规范性文件", "6", "4", "11"],
    ["第二十条第（五）项"],
    ["信息内容", "本年处理决定数量"],
    ["行政许可", printed.licensing ?? "3"],
    ["第二十条第（六）项"],
    ["信息内容", "本年处理决定数量"],
    ["行政处罚", "2"],
    ["行政强制", "0"],
    [printed.caption ?? "第二十条第（八）项"],
    ["信息内容", printed.heading ?? "本年收费金额"],
    [printed.label ?? "行政事业性收费", printed.fees ?? "35000"],
  ];
}

const TITLE = "清溪县统计局2023年政府信息公开工作年度报告";

const FORMATS: Readonly<Record<string, (printed: Printed) => readonly [name: string, text: string]>> = {
  tabs: (printed) => text(printed, "\t"),
  "one cell a line": (printed) => text(printed, "\n"),
  Markdown: (printed) => {
    const [first, ...rest] = rowsOf(printed).map(
      (cells) => `| ${[...cells, "", "", ""].slice(0, 4).join(" | ")} |`,
    );
    return [
      "a.md",
      [TITLE, printed.above ?? "", "", first, "|---|---|---|---|", ...rest, "", printed.below ?? ""].join(
        "\n",
      ),
    ];
  },
  HTML: (printed) => {
    const rows = rowsOf(printed).map((cells) => {
      const span = cells.length < 4 ? ` colspan="${5 - cells.length}"` : "";
      return `<tr>${cells.map((cell, index) => `<td${index === cells.length - 1 ? span : ""}>${cell}</td>`).join("")}</tr>`;
    });
    const above = printed.above === undefined ? "" : `<p>${printed.above}</p>`;
    const below = printed.below === undefined ? "" : `<p>${printed.below}</p>`;
    return ["a.html", `<h1>${TITLE}</h1>${above}<table>${rows.join("")}</table>${below}`];
  },
};

function text(printed: Printed, between: string): readonly [string, string] {
  const rows = rowsOf(printed).map((cells) => cells.join(between));
  return [
    "a.txt",
    [TITLE, "二、主动公开政府信息情况", printed.above ?? "", ...rows, printed.below ?? ""].join("\n"),
  ];
}

/** `value unit yuan rules` of a cell. */
async function cell([name, source]: readonly [string, string], pointer: string): Promise<string> {
  const { report, evidence, diagnostics } = await convert({ name, bytes: new TextEncoder().encode(source) });
  let value: unknown = { report };
  for (const step of pointer.slice(1).split("/")) value = (value as Record<string, unknown>)[step];
  const rules = diagnostics.flatMap(({ rule, severity, path, paths }) =>
    severity !== "notice" && [path, ...(paths ?? [])].includes(pointer) ? [rule] : [],
  );
  const { unit, yuan } = evidence[pointer]!;
  return [value, unit, yuan, ...rules].filter((part) => part !== undefined && part !== null).join(" ");
}

describe.each(Object.entries(FORMATS))("%s", (_, format) => {
  it.each<readonly [Printed, string]>([
    [{ heading: "本年收费金额（单位：万元）" }, "35000 万元 350000000"],
    [{ fees: "35.5" }, "35.5 万元 355000"],
    [{ above: "单位：元" }, "35000 元 35000 unit-differs"],
    [{ above: "（金额单位：人民币元）" }, "35000 元 35000 unit-differs"],
    [{ above: "（单位：元（人民币））" }, "35000 元 35000 unit-differs"],
    [{ above: "单位：件、千元" }, "35000 千元 35000000 unit-differs"],
    [{ above: "单位：美元" }, "35000 美元 unit-unknown"],
    [{ above: "注：金额单位为元" }, "35000 元 35000 unit-differs"],
    [{ heading: "本年收费金额（以元为单位）" }, "35000 元 35000 unit-differs"],
    [{ below: "单位：元" }, "35000 元 35000 unit-differs"],
    [{ below: "注：金额单位为元" }, "35000 元 35000 unit-differs"],
    [{ below: "单位：清溪县统计局" }, "35000 万元 350000000 unit-assumed"],
    [{ above: "注：收费金额单位为元" }, "35000 元 35000 unit-differs"],
    [{ above: "表中金额单位均为千元。" }, "35000 千元 35000000 unit-differs"],
    [{ above: "收费金额以元为单位" }, "35000 元 35000 unit-differs"],
    [{ above: "单位：清溪县统计局" }, "35000 万元 350000000 unit-assumed"],
    [{ caption: "第二十条第（八）项（单位：元）" }, "35000 元 35000 unit-differs"],
    [{ heading: "本年收费金额（百万元）" }, "35000 百万元 35000000000 unit-differs"],
    [{ heading: "本年收费金额[单位:元]" }, "35000 元 35000 unit-differs"],
    [{ heading: "本年收费金额/元" }, "35000 元 35000 unit-differs"],
    [{ heading: "本年收费金额（单位：K）" }, "35000 K unit-unknown"],
    [{ label: "行政事业性收费（元）" }, "35000 元 35000 unit-differs"],
    [{ fees: "35000（元）" }, "35000 元 35000 unit-differs"],
    [{ fees: "35千元" }, "35 千元 35000 unit-differs"],
    [{ fees: "3亿元" }, "3 亿元 300000000 unit-differs"],
    [{ fees: "35000美元" }, "35000 美元 unit-unknown"],
    [{ above: "单位：千元", heading: "本年收费金额（元）" }, "35000 元 35000 unit-differs units-disagree"],
    [{ above: "币种：人民币 单位：元" }, "35000 元 35000 unit-differs"],
    [{ above: "单位：元", heading: "本年收费金额（单位：万元）" }, "35000 万元 350000000 units-disagree"],
    [{ above: "金额：元", heading: "本年收费金额（单位：万元）" }, "35000 万元 350000000 units-disagree"],
    [{ above: "金额：元" }, "35000 元 35000 unit-differs"],
    [{ above: "单位：元", heading: "本年收费金额（元）" }, "35000 元 35000 unit-differs"],
    [{ above: "单位：千元", fees: "35千元" }, "35 千元 35000 unit-differs"],
  ])("fees printed %o", async (printed, expected) => {
    expect(await cell(format(printed), FEES)).toBe(expected);
  });

  it.each([
    ["2笔", "2 笔"],
    ["12 宗", "12 宗"],
    ["12批次", "12 批次"],
    ["12例", "12 例"],
    ["12份", "12 份"],
    ["22（其中修订16件）", "22"],
    ["2万", "2 万 unit-unknown"],
    ["12（减少）", "unreadable-value"],
    ["12↓", "unreadable-value"],
    ["12（上半年）", "unreadable-value"],
    ["12（截至6月底）", "unreadable-value"],
    ["12（截至12月31日）", "12"],
    ["-（更正为120）", "unreadable-value"],
    ["12（应为15）", "unreadable-value"],
    ["约12", "unreadable-value"],
    ["120余件", "unreadable-value"],
    ["≥12", "unreadable-value"],
    ["12*", "unreadable-value"],
    ["1O", "unreadable-value"],
  ])("a count printed %s", async (licensing, expected) => {
    expect(await cell(format({ licensing }), LICENSING)).toBe(expected);
  });
});

it("a unit stands behind a stroke in the row's label", async () => {
  const printed = FORMATS["HTML"]!({ label: "行政事业性收费/元" });
  expect(await cell(printed, FEES)).toBe("35000 元 35000 unit-differs");
});

it("a note below the table, and a sentence before all of them, say the unit", async () => {
  const [name, page] = FORMATS["HTML"]!({});
  const read = (source: string) => cell([name, source], FEES);
  expect(await read(`${page}<p>注：收费金额单位为元。</p>`)).toBe("35000 元 35000 unit-differs");
  expect(await read(`${page}<p>我局以服务企业为单位考核。</p>`)).toBe("35000 万元 350000000 unit-assumed");
  const sentence =
    "<p>本报告根据条例编制。本报告所列金额单位均为元。</p><h2>二、主动公开政府信息情况</h2><table>";
  expect(await read(page.replace("<table>", sentence))).toBe("35000 元 35000 unit-differs");
});
