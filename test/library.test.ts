import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import * as gongkai from "../src/index.ts";

const text = readFileSync(resolve(import.meta.dirname, "../docs/library.md"), "utf8");
const blocks = [...text.matchAll(/^## (?<title>.*?)$.*?```ts\n(?<code>.*?)```/gmsu)].map(
  ({ groups }) => [groups!["title"]!, groups!["code"]!] as const,
);

/** What the modules may import, and files for those that look for some. */
const modules: Readonly<Record<string, object>> = {
  gongkai,
  "node:path": { join: (...parts: string[]) => parts.join("/") },
  "node:fs/promises": {
    readdir: () => Promise.resolve(["b.docx", "a.txt"]),
    readFile: (path: string) =>
      Promise.resolve(
        new TextEncoder().encode(
          path.endsWith("a.txt")
            ? "青石市2021年政府信息公开工作年度报告\n一、总体情况\n无。\n六、其他需要报告的事项\n无。"
            : "",
        ),
      ),
  },
};

const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor as new (
  ...names: string[]
) => (...values: unknown[]) => Promise<void>;

/** A module as the body of a function: types gone, imports handed in. */
async function run(code: string): Promise<string[]> {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  const body = outputText.replace(
    /^import \{(.*?)\} from "(.*?)";$/gmu,
    (_, names: string, from: string) => `const {${names}} = modules[${JSON.stringify(from)}];`,
  );
  const said: string[] = [];
  const log = (...values: unknown[]) =>
    said.push(values.map((it) => (typeof it === "string" ? it : JSON.stringify(it))).join(" "));
  await new AsyncFunction("modules", "console", body.replace(/^export \{\};$/mu, ""))(modules, { log });
  return said;
}

test.each(blocks)("%s", async (_, code) => {
  const expected = [...code.matchAll(/console\.log\(.*\).*?; \/\/ (.*)$/gmu)].map(([, said]) => said);
  const said = await run(code);
  expect(expected.length).toBeGreaterThan(0);
  expect(said.map((line) => line.split("\n")[0]).slice(0, expected.length)).toEqual(expected);
});

test("every part of the day is there", () => {
  expect(blocks).toHaveLength(5);
});
