import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { writersOfConvert } from "./command-line.ts";
import { manualPage } from "../../src/cli/help/man.ts";
import { programIn } from "../../src/cli/program.ts";

const io = {
  stdin: (async function* () {})(),
  out: async () => {},
  err: () => {},
  terminal: false,
  columns: null,
  environment: {},
};
const pageIn = async (language: "en" | "zh"): Promise<string> =>
  manualPage(await programIn({ io, language, done: () => {} }), language);
const has = (program: string, argv: readonly string[]): boolean => spawnSync(program, argv).status === 0;

describe("the manual page", () => {
  test("tells every command with its arguments, options, choices and defaults", async () => {
    const page = await pageIn("en");
    for (const command of ["convert", "golden check", "template draft", "completion"])
      expect(page).toContain(`.SS gongkai ${command}\n`);
    expect(page).toContain(
      `.B \\-\\-to <writer>\noutput format (choices: ${writersOfConvert.join(", ")}; default: json)\n`,
    );
    expect(page).toContain(".B \\-\\-workers <count>\nchild processes (default: one for each processor)\n");
    expect(page).toMatch(/^[\n -~]*$/u);
  });

  test("is what the package names", () => {
    const { man, files } = JSON.parse(readFileSync("package.json", "utf8")) as {
      man: string;
      files: string[];
    };
    expect(man).toBe("./dist/man/gongkai.1");
    expect(files).toContain("dist");
  });

  test.skipIf(!has("mandoc", ["/dev/null"]))(
    "mandoc has nothing to say about it (where it is installed)",
    async () => {
      for (const language of ["en", "zh"] as const) {
        const input = await pageIn(language);
        const { stdout } = spawnSync("mandoc", ["-T", "lint", "-W", "warning"], { input, encoding: "utf8" });
        // It has no date: the same sources give the same page.
        expect(stdout.split("\n").filter((line) => line !== "" && !line.includes("missing date"))).toEqual(
          [],
        );
      }
    },
  );

  test.skipIf(!has("groff", ["--version"]))(
    "groff sets it, in Chinese too (where it is installed)",
    async () => {
      for (const [language, sentence] of [
        ["en", "check drafts: what to put right"],
        ["zh", "核对报告草稿"],
      ] as const) {
        const input = await pageIn(language);
        const { stdout, stderr } = spawnSync("groff", ["-man", "-T", "utf8", "-P-cbu", "-ww"], {
          input,
          encoding: "utf8",
        });
        expect(stderr).toBe("");
        expect(stdout.replaceAll(/\s+/gu, " ")).toContain(sentence);
      }
    },
  );
});
