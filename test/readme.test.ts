import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, vi } from "vitest";
import * as gongkai from "../src/index.ts";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const readme = (name: string) => readFileSync(join(root, name), "utf8");
const example = (name: string) => /```ts\n(.*?)```/s.exec(readme(name))![1]!;

describe("README", () => {
  it("the example runs and prints the report's title", async () => {
    const body = example("README.md").replace(
      /^import \{ (.*?) \} from "gongkai";$/m,
      "const { $1 } = gongkai;",
    );
    const log = vi.fn();
    const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor as new (
      ...args: string[]
    ) => (...args: unknown[]) => Promise<void>;
    await new AsyncFunction("gongkai", "console", body)(gongkai, { log });
    expect(log.mock.calls).toEqual([
      ["某镇2021年政府信息公开工作年度报告", "None of the statutory tables was found."],
    ]);
  });

  it("is one screen in each language, with the same code", () => {
    expect(readme("README.md").split("\n").length).toBeLessThan(90);
    expect(example("README.zh-CN.md")).toBe(example("README.md"));
  });
});
