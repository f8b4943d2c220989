import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { gongkai, writersOfConvert } from "./command-line.ts";

const installed = (shell: string, argv: readonly string[]): boolean => spawnSync(shell, argv).status === 0;

async function script(shell: string, language = "en"): Promise<string> {
  const { code, out } = await gongkai(["completion", shell, "--lang", language]);
  expect(code).toBe(0);
  return out;
}

function said(shell: string, argv: readonly string[], input: string): readonly string[] {
  const { status, stdout, stderr } = spawnSync(shell, argv, { input, encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout.split("\n").filter((line) => line !== "");
}

/** What is typed, up to the cursor, and some of what is offered; nothing where files are left to the shell. */
type Case = readonly [words: readonly string[], offered: readonly string[]];
const cases: readonly Case[] = [
  [["con"], ["convert"]],
  [
    ["golden", ""],
    ["record", "check", "help"],
  ],
  [["golden", "check", "--f"], ["--format"]],
  [
    ["golden", "check", "--format", ""],
    ["table", "json"],
  ],
  [
    ["check", "--to", ""],
    ["text", "html"],
  ],
  [["--lang", "zh", "check", "--to", "h"], ["html"]],
  [
    ["convert", "a.docx", "--out", "x", "--to", "json"],
    ["json", "jsonl"],
  ],
  [["batch", "in", "--to", "csv", "par"], ["parquet"]],
  [["list", "ru"], ["rules"]],
  [
    ["completion", ""],
    ["bash", "zsh", "fish", "powershell"],
  ],
  [["review", "--out", ""], []],
  [["check", ""], []],
];

describe("bash", () => {
  const complete = async (words: readonly string[]): Promise<readonly string[]> =>
    said(
      "bash",
      ["--norc", "-s", "--", "gongkai", ...words],
      (await script("bash")) +
        `COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _gongkai; printf '%s\\n' "\${COMPREPLY[@]}"\n`,
    );

  test.each(cases)("%j", async (words, offered) => {
    expect(await complete(words)).toEqual(offered);
  });

  test("--to=json is three words", async () => {
    expect(await complete(["convert", "--to", "=", "c"])).toEqual(["csv"]);
    expect(await complete(["convert", "--to", "="])).toEqual(writersOfConvert);
  });

  test("every option of a command", async () => {
    const offered = await complete(["check", "-"]);
    for (const name of ["--all", "--color", "--corrections", "--to", "--lang", "--help", "-h"])
      expect(offered).toContain(name);
  });
});

describe.skipIf(!installed("zsh", ["-c", ":"]))("zsh (where it is installed)", () => {
  /** The functions of zsh's completion system as plain printers of what they are given. */
  const stubs = `compdef() { : }
    _files() { : }
    compset() { : }
    _describe() { local list=$argv[-1]; print -rl -- \${\${(P)list}%%:*} }
  `;
  test.each(cases)("%j", async (words, offered) => {
    const typed = words.at(-1)!;
    const shown = said(
      "zsh",
      ["-f", "-s", "--", "gongkai", ...words],
      `${stubs}\n${await script("zsh")}\nwords=("$@"); CURRENT=$#; _gongkai\n`,
    );
    // zsh itself leaves out what does not begin with what is typed.
    expect(shown.filter((name) => name.startsWith(typed))).toEqual(offered);
  });
});

describe.skipIf(!installed("fish", ["-c", "true"]))("fish (where it is installed)", () => {
  test("completes all of them", async () => {
    const asked = cases.filter(([words]) => !words.includes("batch") && !words.includes("--out"));
    const lines = asked.map(([words]) => `complete -C 'gongkai ${words.join(" ")}'; echo ===`);
    const program = (await script("fish")) + lines.join("\n") + "\n";
    const shown = said("fish", ["--no-config", "-c", program], "");
    const answers = shown.join("\n").split("===");
    for (const [index, [words, offered]] of asked.entries()) {
      const names = answers[index]!.split("\n").map((line) => line.split("\t")[0]);
      for (const name of offered) expect(names, words.join(" ")).toContain(name);
    }
  });
});

test.each(["bash", "zsh", "fish", "powershell"])("%s knows every option of every command", async (shell) => {
  const text = await script(shell);
  const { out } = await gongkai(["batch", "--help"]);
  const options = [...out.matchAll(/^ +(?:-\w, )?--([a-z-]+)/gmu)].map(([, name]) => name!);
  expect(options.length).toBeGreaterThan(20);
  for (const option of options) expect(text).toContain(shell === "fish" ? `-l ${option} ` : `--${option}`);
});

test("PowerShell's tables hold the same, with quotes doubled", async () => {
  const text = await script("powershell", "zh");
  expect(text).toContain("'golden check --format' = @('table', 'json')");
  expect(text).toContain(", @('check', '核对报告草稿：");
  expect(text).toMatch(/'check' = @\(.*, @\('--color', '/u);
});

test("the scripts say what names mean in the language asked for", async () => {
  expect(await script("zsh", "zh")).toContain("'convert:将报告转换为数据");
  expect(await script("fish", "zh")).toContain("-d '将报告转换为数据");
});
