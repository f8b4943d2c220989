import { describe, expect, test } from "vitest";
import { wrapped } from "../../src/cli/help/wrap.ts";
import { textWidth } from "../../src/writers/layout/text-width.ts";
import { gongkai, writersOfConvert } from "./command-line.ts";

const commands = [
  ["convert"],
  ["check"],
  ["batch"],
  ["merge"],
  ["golden"],
  ["golden", "record"],
  ["golden", "check"],
  ["panel"],
  ["page"],
  ["review"],
  ["inspect"],
  ["template"],
  ["template", "check"],
  ["template", "draft"],
  ["list"],
  ["completion"],
];
/** English that is no name, choice or placeholder: two words in a row. */
const english = /[a-z]{3,} [a-z]{2,}/u;

describe("help", () => {
  test.each([[], ...commands])("in Chinese: %s %s", async (...command) => {
    const argv = [...command.filter((it) => it !== undefined), "--help", "--lang", "zh"];
    const { code, out } = await gongkai(argv);
    expect(code).toBe(0);
    expect(out).toMatch(/^用法：/);
    for (const line of out.replaceAll(/<[^>]*>|用法：.*|LC_ALL.*/gu, "").split("\n")) {
      expect(line).not.toMatch(/Usage|Options|Commands|Arguments|default|choices/u);
      if (!/^ {2}[a-z].*\[选项\]|JSON Lines|GNU parallel/u.test(line)) expect(line).not.toMatch(english);
    }
  });

  test.each([[], ...commands])("fits 80 columns in either language: %s %s", async (...command) => {
    for (const language of ["en", "zh"]) {
      const { out } = await gongkai([...command.filter((it) => it !== undefined), "-h", "--lang", language]);
      expect(out.split("\n").filter((line) => textWidth(line) > 80)).toEqual([]);
    }
  });

  test("every command is in it, with defaults and choices", async () => {
    const { out } = await gongkai(["--help"]);
    expect(out).toMatch(/^Usage: gongkai \[options\] \[command\]\n/);
    for (const [command] of commands) expect(out).toMatch(new RegExp(`^  ${command} `, "m"));
    const { out: convert } = await gongkai(["convert", "--help", "--lang", "zh"]);
    const choices = writersOfConvert.join(",\\s+");
    expect(convert).toMatch(
      new RegExp(`--to <writer> +输出格式（可选：${choices}；\\s*默认：\\s*json）`, "u"),
    );
  });

  test("lines break between Chinese characters, never before a mark that closes", () => {
    expect(wrapped("报告转换为数据，核对", 8)).toBe("报告转换\n为数据，\n核对");
    expect(wrapped("报告转换，为", 8)).toBe("报告转\n换，为");
    expect(wrapped("one two three", 8)).toBe("one two\nthree");
  });
});

describe("the language is the locale's", () => {
  test.each([
    [{}, "en"],
    [{ LANG: "zh_CN.UTF-8" }, "zh"],
    [{ LANG: "zh_CN.UTF-8", LC_ALL: "C.UTF-8" }, "en"],
    [{ LANG: "en_GB.UTF-8", LC_MESSAGES: "zh_TW" }, "zh"],
    [{ LANG: "zh-CN", LC_ALL: "" }, "zh"],
    [{ LANG: "de_DE.UTF-8" }, "en"],
  ] as const)("%j: %s", async (environment, language) => {
    const { err } = await gongkai(["convert"], "", { environment });
    expect(err).toBe(
      { en: "gongkai: missing required argument 'path'\n", zh: "gongkai: 缺少参数：path\n" }[language],
    );
  });

  test("but --lang goes before it, wherever it stands", async () => {
    const environment = { LANG: "zh_CN.UTF-8" };
    expect((await gongkai(["--lang", "en", "convert"], "", { environment })).err).toContain("missing");
    expect((await gongkai(["convert", "--lang=en"], "", { environment })).err).toContain("missing");
    expect((await gongkai(["--help"], "", { environment })).out).toMatch(/^用法： gongkai/);
  });
});
