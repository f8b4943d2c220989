import { fork } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { buildSync } from "esbuild";
import { describe, expect, it } from "vitest";
import { evaluatedWith } from "../../src/cli/kept-code.ts";

const folder = (): string => mkdtempSync(join(tmpdir(), "gongkai-code-"));

/** A script of the name with its value, and the file for its code. */
function script(name: string, value: string, within = folder()) {
  const path = join(within, name);
  writeFileSync(path, `(function(){return ${value}})`, "utf16le");
  return { path, file: join(within, "codes", "main-convert.code") };
}

const valueOf = (path: string, file: string | null): unknown =>
  (evaluatedWith(path, file).value as () => unknown)();

describe("the compiled code of a script", () => {
  it("is kept once, and taken at the next start", () => {
    const { path, file } = script("common-a.utf16", "1 + 1");
    const first = evaluatedWith(path, file);
    expect((first.value as () => unknown)()).toBe(2);
    first.keep!();
    expect(readdirSync(join(file, ".."))).toEqual(["main-convert.code"]);
    const second = evaluatedWith(path, file);
    expect(second.keep).toBeNull();
    expect((second.value as () => unknown)()).toBe(2);
  });

  it("is not taken for another script of the same length", () => {
    const { path, file } = script("common-a.utf16", "1 + 1");
    evaluatedWith(path, file).keep!();
    const other = script("common-b.utf16", "1 + 2").path;
    expect(valueOf(other, file)).toBe(3);
    evaluatedWith(other, file).keep!();
    expect(evaluatedWith(other, file).keep).toBeNull();
  });

  it("is not taken where it is damaged or cut off", () => {
    const { path, file } = script("common-a.utf16", "1 + 1");
    evaluatedWith(path, file).keep!();
    const whole = readFileSync(file);
    const damaged = Buffer.from(whole);
    damaged[damaged.length - 9]! ^= 1;
    for (const bytes of [damaged, whole.subarray(0, -4), whole.subarray(0, 3), Buffer.alloc(0)]) {
      writeFileSync(file, bytes);
      expect(evaluatedWith(path, file).keep).not.toBeNull();
      expect(valueOf(path, file)).toBe(2);
    }
  });

  it("is not kept where there is no place for it", () => {
    const { path } = script("common-a.utf16", "1 + 1");
    expect(evaluatedWith(path, null).keep).toBeNull();
    const { path: other, file } = script("common-a.utf16", "1 + 1");
    writeFileSync(join(file, ".."), "");
    chmodSync(join(file, ".."), 0o400);
    expect(() => evaluatedWith(other, file).keep!()).not.toThrow();
  });

  it("is kept by a child while it runs, because it may be killed", async () => {
    const { path, file } = script("common-a.utf16", "1 + 1");
    const program = join(file, "../../child.cjs");
    buildSync({
      stdin: {
        contents: `import { evaluated } from "./src/cli/kept-code.ts";
          process.on("message", () => 0);
          evaluated(${JSON.stringify(path)})();`,
        resolveDir: join(import.meta.dirname, "../.."),
      },
      bundle: true,
      platform: "node",
      outfile: program,
      logLevel: "error",
    });
    const codes = join(file, "..");
    const environment = { ...process.env, NODE_COMPILE_CACHE: codes, NODE_DISABLE_COMPILE_CACHE: "" };
    const child = fork(program, { env: environment, execArgv: [] });
    while (!existsSync(codes) || !readdirSync(codes).some((name) => name.endsWith(".code")))
      await setTimeout(100);
    child.kill("SIGKILL");
    expect(readdirSync(codes).filter((name) => name.startsWith("child.cjs-common-"))).toHaveLength(1);
  });
});
