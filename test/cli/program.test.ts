import { existsSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { folder, gongkai, page, writersOfConvert } from "./command-line.ts";

/** A report with nothing but 行政复议、行政诉讼: its text, and the 15 values of its table. */
function reviews(text: string, values: readonly string[]): string {
  const cells = (texts: readonly string[]) => `<tr>${texts.map((one) => `<td>${one}</td>`).join("")}</tr>`;
  const results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
  const heads = `<tr><td colspan="5">行政复议</td><td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>`;
  const table = `<table>${heads}${cells([...results, ...results, ...results])}${cells(values)}</table>`;
  return `<h1>青石市人民政府2024年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>${text}</p><p>四、政府信息公开行政复议、行政诉讼情况</p>${table}`;
}
const none = Array<string>(10).fill("0");

const root = folder({
  "good/a.html": page(),
  "mixed/2023/a.html": page(),
  "mixed/2023/a.htm": page(),
  "mixed/b.html": page({ plant: ["t3-row-sum"] }),
  "mixed/about.json": "{}",
  "check/text.html": reviews("全年因政府信息公开引起的行政复议9件。", ["1", "0", "0", "1", "2", ...none]),
  "check/blank.html": reviews("全年平稳。", ["1", "0", "0", "1", "", ...none]),
  "check/empty.html": reviews("全年平稳。", Array<string>(15).fill("")),
  "unusable/c.txt": "今天天气很好。\n",
  "empty/.keep": "",
});
afterAll(() => rmSync(root, { recursive: true }));
const at = (name: string): string => join(root, name);

describe("convert", () => {
  test("one file gives its conversion", async () => {
    const { code, out, err } = await gongkai(["convert", at("good/a.html")]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(JSON.parse(out)).toMatchObject({
      schema: "gongkai/conversion/1",
      source: { name: at("good/a.html") },
      adapter: "html",
      report: { year: 2023 },
    });
  });

  test("a folder gives a list, however many files it holds", async () => {
    expect(JSON.parse((await gongkai(["convert", at("good")])).out)).toHaveLength(1);
    expect(JSON.parse((await gongkai(["convert", at("mixed")])).out)).toHaveLength(3);
  });

  test("standard input", async () => {
    const { out } = await gongkai(["convert", "-"], new TextDecoder().decode(page()));
    expect(JSON.parse(out)).toMatchObject({ source: { name: "stdin" }, adapter: "html" });
  });

  test("csv has a row for each of the 200 cells", async () => {
    const { out } = await gongkai(["convert", at("good"), "--to", "csv"]);
    expect(out.trimEnd().split("\r\n")).toHaveLength(1 + 200);
  });

  test("--out mirrors the folder, keeps the source's extension and sums up", async () => {
    const { code, out, err } = await gongkai(["convert", at("mixed"), at("unusable"), "--out", at("out")]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(files(at("out"))).toEqual(["2023/a.htm.json", "2023/a.html.json", "b.html.json", "c.txt.json"]);
    expect(err).toMatch(
      /^4 documents\n {7}2 {2}converted\n {7}1 {2}with findings \(\d+ errors?, 0 warnings\)\n/,
    );
    expect(err).toMatch(/\n {7}1 {2}not usable\nworst findings:\n {2}error .*c\.txt: /);
  });

  test("a second run over a folder that holds its own output finds the same documents", async () => {
    const argv = ["convert", at("good"), "--to", "notes", "--out", at("good/out")];
    await gongkai(argv);
    await gongkai(argv);
    expect(files(at("good/out"))).toEqual(["a.html.notes.txt"]);
    rmSync(at("good/out"), { recursive: true });
  });

  test("a document without a report is named on standard error", async () => {
    const { code, out, err } = await gongkai(["convert", at("unusable"), "--to", "csv"]);
    expect(code).toBe(2);
    expect(out.split("\r\n")).toHaveLength(2);
    expect(err).toMatch(/^gongkai: .*c\.txt: .+\n$/);
  });

  test("findings of severity error give exit code 1", async () => {
    expect((await gongkai(["convert", at("mixed/b.html")])).code).toBe(1);
    expect((await gongkai(["convert", at("mixed/2023"), "--strict"])).code).toBe(0);
  });

  test("in Chinese", async () => {
    const { err } = await gongkai(["convert", at("mixed"), "--out", at("zh"), "--lang", "zh"]);
    expect(err).toMatch(
      /^共 3 份文件\n {7}2 {2}转换完成\n {7}1 {2}有问题（错误 \d+ 处，警告 0 处）\n {7}0 {2}无法使用/,
    );
    expect(err).not.toMatch(/[a-z]{4,} [a-z]{2,}/);
  });

  test("nothing is written where two documents would share a file", async () => {
    const { code, err } = await gongkai([
      "convert",
      at("good/a.html"),
      at("mixed/2023/a.html"),
      "--out",
      at("new"),
    ]);
    expect(code).toBe(2);
    expect(err).toMatch(/^gongkai: .* would be written to the same file\n$/);
    expect(existsSync(at("new"))).toBe(false);
  });
});

describe("check", () => {
  test("a report in order is one line", async () => {
    const { code, out } = await gongkai(["check", at("good/a.html")]);
    expect(code).toBe(0);
    expect(out).toMatch(/^.*a\.html: .*could not be assessed\n$/);
  });

  test("a wrong sum is shown with both sides, labels and places", async () => {
    const { code, out } = await gongkai(["check", at("mixed/b.html")]);
    expect(code).toBe(1);
    expect(out).toMatch(/^error: /m);
    expect(out).toMatch(/^ {2}expected \d+, found \d+$/m);
    expect(out).toMatch(/ \/ 总计: \d+; .*table 2, row \d+, column \d+/);
  });

  test("in Chinese", async () => {
    const { out } = await gongkai(["check", at("mixed/b.html"), "--lang", "zh"]);
    expect(out).toMatch(/^错误: /m);
    expect(out).toMatch(/^ {2}应为 \d+，实为 \d+$/m);
    expect(out).toMatch(/; 表2，行\d+，列\d+，第\d+行$/m);
  });

  test("text that contradicts a table is shown, neither side blamed; other notices are counted", async () => {
    const { out } = await gongkai(["check", at("check/text.html")]);
    expect(out).toContain("the text says 9, the table 2 (administrative reconsiderations)");
    expect(out).not.toContain("expected");
    expect(out).toMatch(/\n\n\d+ notices? not shown, see --all\n$/);
    const all = await gongkai(["check", at("check/text.html"), "--all"]);
    expect(all.out).not.toContain("not shown");
  });

  test("a total that is blank though its parts are not", async () => {
    const { out } = await gongkai(["check", at("check/blank.html")]);
    expect(out).toContain("行政复议 / 总计 is blank, its parts are not: they add up to 2");
  });

  test("a form with nothing in it is said to be empty, not in order", async () => {
    const { out } = await gongkai(["check", at("check/empty.html")]);
    expect(out).toContain("nothing is filled in; none of the 200 cells of the form has a number");
    expect(out).not.toContain("held");
    expect((await gongkai(["check", at("check/empty.html"), "--lang", "zh"])).out).toContain("表格未填写");
  });

  test.each([
    ["", true],
    ["/", false],
    ["0", false],
  ])("a table with %j in every cell: named as not filled in: %s", async (printed, isNamed) => {
    const numbers = />[\d.]+</g;
    let table = 0;
    const html = new TextDecoder()
      .decode(page())
      .replace(/<table[^]*?<\/table>/g, (it) => (++table === 2 ? it.replace(numbers, `>${printed}<`) : it));
    const { out } = await gongkai(["check", "-"], html);
    expect(out.includes("nothing is filled in in “收到和处理政府信息公开申请情况”\n")).toBe(isNamed);
    expect(out).not.toContain("nothing is filled in in “主动");
  });

  test("no report at all", async () => {
    expect((await gongkai(["check", at("unusable/c.txt"), at("good/a.html")])).code).toBe(2);
  });
});

describe("inspect", () => {
  test.each([
    ["tokens", /^ {4}cell r\d+ c\d+ 1×\d+ "一、本年新收政府信息公开申请数量"/m],
    ["tables", /自然人/],
    ["rows", /^table 2 row \d+ cells 本年新收政府信息公开申请数量 = "\d+"@/m],
    ["fit", /^ {2}一、本年新收政府信息公开申请数量: exact 1 header 7\/7 <- table 2 row \d+ cells/m],
    ["columns", /^ {2}newlyReceived counted: naturalPerson "\d+"@/m],
    ["report", /^ {2}"schema": "gongkai\/report\/1",$/m],
    [
      "evidence",
      /^\/report\/tables\/applications\/total\/newlyReceived +\d+ +given +"\d+" +.*table 2, row \d+, column \d+, line \d+$/m,
    ],
  ])("%s", async (stage, expected) => {
    const { code, out } = await gongkai(["inspect", at("good/a.html"), "--stage", stage]);
    expect(code).toBe(0);
    expect(out).toMatch(expected);
  });

  test.each([
    [
      "en",
      [
        /^value +\d+ \(given\)$/m,
        /^layout +\* 2021 1 /m,
        /^row +exact 1 <- table 2/m,
        /^taken +counted "\d+"@/m,
      ],
    ],
    [
      "zh",
      [/^数值 +\d+ \(given\)$/m, /^表式 +\* 2021 1 /m, /^行 +exact 1 <- table 2/m, /^取值 +counted "\d+"@/m],
    ],
  ])("the way of a cell, %s", async (language, expected) => {
    const cell = "applications.total.newlyReceived";
    const { code, out } = await gongkai(["inspect", at("good/a.html"), "--why", cell, "--lang", language]);
    expect(code).toBe(0);
    for (const line of expected) expect(out).toMatch(line);
  });

  test("the way of a cell that there is not", async () => {
    const { code, err } = await gongkai(["inspect", at("good/a.html"), "--why", "applications.totals"]);
    expect(code).toBe(2);
    expect(err).toMatch(/the report has no cell applications\.totals; --stage evidence lists them\n$/);
  });

  test("a picture needs positions on pages", async () => {
    const { code, err } = await gongkai([
      "inspect",
      at("good/a.html"),
      "--stage",
      "tokens",
      "--svg",
      at("x.svg"),
    ]);
    expect(code).toBe(2);
    expect(err).toMatch(/has no positions on a page to draw\n$/);
  });
});

test.each(["adapters", "templates", "rules", "writers"])("list %s", async (what) => {
  for (const language of ["en", "zh"]) {
    const { code, out } = await gongkai(["list", what, "--lang", language]);
    expect(code).toBe(0);
    expect(out).toMatch(/^[a-z0-9-]+ {2,}\S/);
    if (language === "zh")
      expect(out.split("\n").filter((line) => !/\p{Script=Han}|^$/u.test(line))).toEqual([]);
  }
});

describe("bad usage is one line and exit code 2", () => {
  test.each([
    [[], "no command given, see gongkai --help", "没有给出命令，见 gongkai --help"],
    [["convrt"], "unknown command 'convrt' (Did you mean convert?)", "没有这个命令：convrt"],
    [["convert"], "missing required argument 'path'", "缺少参数：path"],
    [["convert", "a", "--ou", "b"], "unknown option '--ou' (Did you mean --out?)", "没有这个选项：--ou"],
    [["convert", "no\nsuch"], "no such file or folder: no\\nsuch", "文件或文件夹不存在：no\\nsuch"],
    [["convert", at("empty")], "no document found in the folders given", "所给文件夹中没有可读的文件"],
    [["convert", "-", "-"], "standard input (-) can be given once only", "标准输入（-）只能给出一次"],
    [
      ["inspect", at("good/a.html")],
      "give --stage (cells, tokens, tables, rows, fit, columns, report, evidence) or --why and a cell",
      "请给出 --stage（cells、tokens、tables、rows、fit、columns、report、evidence）或 --why 单元格",
    ],
    [
      ["inspect", "a", "--stage", "rows", "--why", "applications.total"],
      "option '--stage <stage>' cannot be used with option '--why <pointer>'",
      "选项 --stage <stage> 与 --why <pointer> 不能同用",
    ],
    [
      ["inspect", at("good"), "--stage", "tokens"],
      `${at("good")} is a folder, one file is needed`,
      `${at("good")} 是文件夹，此处需要一个文件`,
    ],
  ])("%j", async (argv, english, chinese) => {
    expect(await gongkai(argv)).toEqual({ code: 2, out: "", err: `gongkai: ${english}\n` });
    if (argv.length > 0)
      expect(await gongkai([...argv, "--lang=zh"])).toEqual({
        code: 2,
        out: "",
        err: `gongkai: ${chinese}\n`,
      });
  });

  test("choices are named", async () => {
    const { err } = await gongkai(["convert", "a", "--to", "xml", "--lang", "zh"]);
    expect(err).toBe(`gongkai: --to <writer> 的值“xml”无效，可用：${writersOfConvert.join(", ")}\n`);
    const { err: argument } = await gongkai(["list", "all", "--lang", "zh"]);
    expect(argument).toBe("gongkai: what 的值“all”无效，可用：adapters, templates, rules, writers\n");
  });
});

function files(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .sort();
}

test("the version is the package's", async () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  expect(await gongkai(["--version"])).toEqual({ code: 0, out: version + "\n", err: "" });
});
