import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rolldown } from "rolldown";
import type { Plugin } from "rolldown";
import { describe, expect, it } from "vitest";

/** The build runs it without a compiler, so it has no types. */
const script: string = "../../scripts/as-common-js.mjs";
const { asCommonJs } = (await import(script)) as {
  asCommonJs: (chunks: { modules: readonly string[]; scripts: readonly string[] }) => Plugin;
};

/** Bundles `main.js`, in which `large.js` is the script, with the place of `kept-code.js` taken by one that keeps nothing. */
async function bundled(sources: Readonly<Record<string, string>>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "gongkai-common-js-"));
  mkdirSync(join(folder, "source"));
  for (const [name, text] of Object.entries(sources)) writeFileSync(join(folder, "source", name), text);
  const bundle = await rolldown({
    cwd: join(folder, "source"),
    input: { main: "./main.js" },
    plugins: [asCommonJs({ modules: ["main"], scripts: ["large"] })],
    external: (id) => !/^[./]/u.test(id),
    platform: "node",
  });
  await bundle.write({
    dir: join(folder, "made"),
    format: "esm",
    entryFileNames: "[name].js",
    chunkFileNames: "[name]-[hash].mjs",
    codeSplitting: { groups: [{ name: "large", test: /large\.js$/u }] },
  });
  const evaluated = `exports.evaluated=(path)=>eval(require("node:fs").readFileSync(path,"utf16le"));`;
  writeFileSync(join(folder, "made/kept-code.js"), evaluated);
  return join(folder, "made");
}

function run(folder: string): string {
  const { stdout, stderr } = spawnSync(process.execPath, [join(folder, "main.js")], { encoding: "utf8" });
  return stdout + stderr;
}

const large = `
  import { createHash } from "node:crypto";
  import { basename, sep as separator } from "node:path";
  export const seen = { times: 0 };
  export const last = (path) => basename(path.replaceAll("/", separator));
  export const hash = (text) => createHash("md5").update(text).digest("hex").slice(0, 8);
  export const late = async () => (await import("./late.js")).late();
  export const here = () => last(new URL(import.meta.url).pathname).replace(/-.*/, "");`;

describe("the command line as CommonJS", () => {
  it("gives modules and required files the same values", async () => {
    const folder = await bundled({
      "large.js": large,
      "late.js": `import { last, seen } from "./large.js";
        export const late = () => last("x/late") + ++seen.times;`,
      "main.js": `import("./large.js").then(async ({ last, hash, late, here, seen }) =>
        console.log(last("a/b"), hash("x"), await late(), await late(), seen.times, here()));`,
    });
    expect(run(folder)).toBe("b 9dd4e461 late1 late2 2 large\n");
    const names = readdirSync(folder).map((name) => name.replace(/-\w+\./u, "."));
    for (const name of ["large.utf16", "large.cjs", "large.mjs", "late.mjs"]) expect(names).toContain(name);
  });

  it("leaves strings that speak of imports as they are", async () => {
    const folder = await bundled({
      "large.js": `export const words = (name) => ["import('x')", "import.meta", \`import(\${name})\`].join();`,
      "main.js": `import("./large.js").then(({ words }) => console.log(words("y")));`,
    });
    expect(run(folder)).toBe("import('x'),import.meta,import(y)\n");
  });

  it("loads what Node has when it is first called", async () => {
    const folder = await bundled({
      "large.js": large,
      "late.js": "export const late = () => 0;",
      "main.js": `import("./large.js").then(({ hash }) => {
        const isLoaded = () => process.moduleLoadList.includes("NativeModule crypto");
        console.log(isLoaded(), hash("x"), isLoaded());
      });`,
    });
    expect(run(folder)).toBe("false 9dd4e461 true\n");
  });

  it("is not made of what imports a package", async () => {
    const sources = {
      "large.js": `export { rolldown } from "rolldown";`,
      "main.js": `import("./large.js");`,
    };
    await expect(bundled(sources)).rejects.toThrow("rolldown cannot be required");
  });
});
