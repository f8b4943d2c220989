import { describe, expect, it } from "vitest";
import { convert } from "../../src/index.ts";

/** Table 2 of 2019 in five columns, as HTML: header and body of the second block are given, the others are plain. */
async function readItems(header: string, body: string) {
  const html = `<h1>青石市2019年政府信息公开工作年度报告</h1><p>二、主动公开政府信息情况</p><table>
<tr><td colspan=5>第二十条第（一）项</td></tr>
<tr><td>信息内容</td><td>本年新制作数量</td><td colspan=2>本年新公开数量</td><td>对外公开总数量</td></tr>
<tr><td>规章</td><td>1</td><td colspan=2>2</td><td>3</td></tr>
<tr><td>规范性文件</td><td>4</td><td colspan=2>5</td><td>6</td></tr>
<tr><td colspan=5>第二十条第（五）项</td></tr>
<tr><td>信息内容</td>${header}</tr><tr><td>行政许可</td>${body}</tr></table>`;
  const { report, diagnostics } = await convert({
    name: "report.html",
    bytes: new TextEncoder().encode(html),
  });
  const table = report?.tables["proactiveDisclosure"] as Record<string, Record<string, unknown>>;
  const about = "/report/tables/proactiveDisclosure/administrativeLicensing/";
  const flagged = diagnostics.filter(
    ({ severity, rule, paths, path }) =>
      severity !== "notice" &&
      rule !== "row-missing" &&
      [path, ...(paths ?? [])].some((one) => one?.startsWith(about)),
  );
  const { priorYearItems, itemsChange, decisions } = table["administrativeLicensing"]!;
  return { values: [priorYearItems, itemsChange, decisions], rules: flagged.map(({ rule }) => rule) };
}

const HEADER = "<td>上一年项目数量</td><td colspan=2>本年增/减</td><td>处理决定数量</td>";

describe("cells that stand beside the heading they are taken for", () => {
  it("header and body that part their columns elsewhere go in order", async () => {
    const read = await readItems(HEADER, "<td colspan=2>11</td><td>12</td><td>13</td>");
    expect(read).toEqual({ values: [11, 12, 13], rules: [] });
  });

  it("a merged cell written out goes in order", async () => {
    expect(await readItems(HEADER, "<td>11</td><td></td><td>12</td><td>13</td>")).toEqual({
      values: [11, 12, 13],
      rules: [],
    });
  });

  it("a merged number split around its neighbour is told", async () => {
    const { rules } = await readItems(HEADER, "<td></td><td>12</td><td>11</td><td>13</td>");
    expect(rules).toEqual(["values-off-headings"]);
  });

  it("a merged heading split around its neighbour is told", async () => {
    const header = "<td>上一年项目数量</td><td>本年增/减</td><td>处理决定数量</td><td>本年增/减</td>";
    const { rules } = await readItems(header, "<td colspan=2>11</td><td>13</td><td>12</td>");
    expect(rules).toEqual(["values-off-headings"]);
  });

  it("a heading that stands right of its own number is told", async () => {
    const header = "<td></td><td>上一年项目数量</td><td>本年增/减</td><td>处理决定数量</td>";
    const { rules } = await readItems(header, "<td>12</td><td colspan=2>11</td><td>13</td>");
    expect(rules).toEqual(["values-off-headings"]);
  });
});
