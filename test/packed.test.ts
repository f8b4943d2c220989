import { execFileSync, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const built = existsSync(join(root, "dist/index.d.ts"));
const folder = mkdtempSync(join(tmpdir(), "gongkai-packed-"));
const installed = join(folder, "node_modules/gongkai");
const { dependencies, bin } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly bin: Readonly<Record<string, string>>;
};
afterAll(() => rmSync(folder, { recursive: true }));

/** What a project gets from the package, in a folder of its own; its dependencies are linked. */
describe.skipIf(!built)("the packed package (skipped: npm run build first)", () => {
  let packed: readonly string[] = [];
  beforeAll(() => {
    const said = execFileSync(
      "npm",
      ["pack", "--ignore-scripts", "--json", "--silent", "--pack-destination", folder],
      { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
    );
    const [{ filename, files }] = JSON.parse(said) as [
      { readonly filename: string; readonly files: readonly { readonly path: string }[] },
    ];
    packed = files.map(({ path }) => path);
    mkdirSync(installed, { recursive: true });
    execFileSync("tar", ["xzf", join(folder, filename), "-C", installed, "--strip-components=1"]);
    for (const name of Object.keys(dependencies)) {
      const link = join(folder, "node_modules", name);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(join(root, "node_modules", name), link, "dir");
    }
  }, 60_000);

  test("holds documents, schemas and types, no map without its source", () => {
    expect(packed).toEqual(
      expect.arrayContaining(["ARCHITECTURE.md", "docs/library.md", "dist/index.d.ts", bin["gongkai"]]),
    );
    expect(packed.filter((path) => path.endsWith(".map"))).toEqual([]);
  });

  test("compiles in an empty project, strict, NodeNext, with the library's day in it", () => {
    const text = readFileSync(join(root, "docs/library.md"), "utf8");
    const blocks = [...text.matchAll(/```ts\n(.*?)```/gsu)].map(([, code]) => code!);
    for (const [at, code] of blocks.entries()) writeFileSync(join(folder, `block${at}.ts`), code);
    const compilerOptions = {
      module: "NodeNext",
      strict: true,
      // Types of dependencies are theirs to check, and take most of the time.
      skipLibCheck: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      target: "ES2022",
      // The first block but one reads files, and a project that does has these types.
      typeRoots: [join(root, "node_modules/@types")],
      types: ["node"],
    };
    writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
    const { stdout } = spawnSync(
      process.execPath,
      [join(root, "node_modules/typescript/bin/tsc"), "-p", folder],
      { encoding: "utf8" },
    );
    expect(stdout).toBe("");
    const first = spawnSync(process.execPath, ["block0.js"], { cwd: folder, encoding: "utf8" });
    expect(first).toMatchObject({ status: 0, stdout: "12\ngiven\nnull []\n" });
  }, 60_000);

  test("its command runs", () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      [join(installed, bin["gongkai"]!), "list", "templates"],
      { encoding: "utf8" },
    );
    expect({ status, first: stdout.split(" ")[0] }).toMatchObject({ status: 0, first: expect.any(String) });
    expect(stdout).toContain("2021");
  });
});
