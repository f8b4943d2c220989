import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { adapters } from "../src/adapters/index.ts";

const root = resolve(import.meta.dirname, "..");
const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
};
const targets = Object.values(exports).flatMap((target) =>
  typeof target === "string" ? [target] : [target.types, target.default],
);

describe("the package", () => {
  it.each(targets)("has what it exports: %s", (target) => {
    expect(existsSync(join(root, target))).toBe(true);
  });

  it("exports every adapter", async () => {
    const exported = Object.keys(exports).filter((path) => path.startsWith("./adapters/"));
    const folders = await Promise.all(
      exported.map((path) => import(join(root, `src/${path}/index.ts`)) as Promise<object>),
    );
    const ids = folders
      .flatMap((folder) => Object.values(folder))
      .flatMap((value) => (isAdapter(value) ? [value.id] : []));
    expect(adapters.map(({ id }) => id).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("bundles the readers asked for and no other", async () => {
    const { metafile } = await build({
      stdin: {
        contents: `import { converter } from "gongkai/core"; import { docx } from "gongkai/adapters/docx";
          export const { convert } = converter({ adapters: [docx] });`,
        resolveDir: root,
      },
      bundle: true,
      external: ["node:*"],
      format: "esm",
      metafile: true,
      platform: "browser",
      write: false,
    });
    const inputs = Object.keys(metafile.inputs);
    const packages = inputs.flatMap(
      (path) =>
        /(?:node_modules\/|dist\/vendor\/)(?<name>(?:@[^/]+\/)?[^/.]+)/u.exec(path)?.groups?.["name"] ?? [],
    );
    expect(packages).toContain("saxes");
    expect(packages.filter((name) => /pdf|parse5|css|xlsx|parquet|excel|yaml|zod/u.test(name))).toEqual([]);
    expect(inputs.filter((path) => /dist\/adapters\/(?:pdf|page|html|ofd|scan)\//u.test(path))).toEqual([]);
  });

  it("reads with the second engine of PDFs, wherever its package lies", () => {
    const program = `
      import { readFileSync } from "node:fs";
      import { pdfjs } from "./dist/adapters/pdf/reading/pdfjs.js";
      import { defaultLimits } from "./dist/limits.js";
      const bytes = new Uint8Array(readFileSync("corpus/2021/fanwan/report.soffice-serif.pdf"));
      const { pages } = await pdfjs.open(bytes, { ...defaultLimits, maximumPages: 1 });
      console.log(pages[0].glyphs.map(({ text }) => text).join(""));`;
    const run = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
      cwd: root,
      encoding: "utf8",
    });
    expect(run.stderr).toBe("");
    expect(run.stdout).toContain("政府信息公开");
  });
});

function isAdapter(value: unknown): value is { readonly id: string } {
  return typeof value === "object" && value !== null && "sniff" in value && "id" in value;
}
