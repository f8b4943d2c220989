import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const source = join(repository, "src");

/** The folder of one run's compiled sources, which `compiled-teardown.ts` removes; `run` is the process of vitest. */
export function compiledFolder(run: number): string {
  return join(repository, "out", `compiled-${run}`);
}

/**
 * The sources compiled file by file, without a check of types, inside the repository, where packages are found. A
 * process starts from them in a third of the time that it takes from source. They are made when a test of the run first
 * asks for them; the modules stand in `dist`.
 */
export function compiled(): string {
  const folder = compiledFolder(process.ppid);
  if (!existsSync(folder)) make(folder);
  return folder;
}

function make(folder: string): void {
  const draft = `${folder}.${process.pid}`;
  const { outputFiles } = buildSync({
    entryPoints: readdirSync(source, { recursive: true, encoding: "utf8" })
      .filter((name) => /(?<!\.d)\.tsx?$/u.test(name))
      .map((name) => join(source, name)),
    outbase: source,
    outdir: join(draft, "dist"),
    bundle: false,
    format: "esm",
    write: false,
    tsconfig: join(repository, "tsconfig.json"),
  });
  const folders = new Set(outputFiles.map(({ path }) => dirname(path)));
  for (const path of folders) mkdirSync(path, { recursive: true });
  for (const { path, text } of outputFiles) writeFileSync(path, text.replace(SOURCE_PATH, '$1.js"'));
  writeFileSync(join(draft, "package.json"), readFileSync(join(repository, "package.json")));
  try {
    renameSync(draft, folder);
  } catch {
    // Another worker was first.
    rmSync(draft, { recursive: true });
  }
}

/** A module of our own named by another. */
const SOURCE_PATH = /(\b(?:from|import)\s*\(?\s*"\.[^"\n]+)\.tsx?"/gu;

/** The compiled module of a file of the sources. */
export function compiledModule(path: string): string {
  return join(compiled(), "dist", relative("src", path).replace(/\.tsx?$/u, ".js"));
}
