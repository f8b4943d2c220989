import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const repository = fileURLToPath(new URL("../..", import.meta.url));

/** The folder of one run's compiled programs, which `compiled-teardown.ts` removes; `run` is the process of vitest. */
export function compiledFolder(run: number): string {
  return join(repository, "out", `compiled-${run}`);
}

/**
 * The command line and the child of a batch as they are published, in a few files with their libraries in them, without
 * a check of types. A process starts from them in a fifth of the time that it takes from source. They are made when a
 * test of the run first asks for them, inside the repository, where the other packages are found.
 */
export function compiled(): string {
  const folder = compiledFolder(process.ppid);
  if (!existsSync(folder)) make(folder);
  return folder;
}

/** Packages that look for files beside their own, and those that are loaded only where they are installed. */
const OUTSIDE = ["@embedpdf/pdfium", "pdfjs-dist", "@duckdb/*", "gongkai-ocr", "onnxruntime-*"];

function make(folder: string): void {
  const draft = `${folder}.${process.pid}`;
  buildSync({
    absWorkingDir: repository,
    entryPoints: { main: "src/cli/main.ts", child: "src/batch/run/child.ts" },
    outdir: join(draft, "dist/cli"),
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    external: OUTSIDE,
    // Libraries written for CommonJS ask for Node's own modules.
    banner: { js: 'const require = process.getBuiltinModule("module").createRequire(import.meta.url);' },
    tsconfig: join(repository, "tsconfig.json"),
    logLevel: "error",
  });
  writeFileSync(join(draft, "package.json"), readFileSync(join(repository, "package.json")));
  try {
    renameSync(draft, folder);
  } catch {
    // Another worker was first.
    rmSync(draft, { recursive: true });
  }
}

/** The command line, compiled. */
export function compiledProgram(): string {
  return join(compiled(), "dist/cli/main.js");
}
