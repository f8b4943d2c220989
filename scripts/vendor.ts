/**
 * Puts what `dist` uses of other packages into `dist/vendor`: a package is ten to a hundred times as large as what is
 * used of it, and `npm i gongkai` used to install 139 MB. Whatever the manifest names as a dependency stays outside;
 * development uses the packages themselves. It runs after everything that writes modules into `dist`.
 */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Plugin } from "esbuild";
import { licencesOf } from "./licences.ts";
import { withoutUnused } from "./unused.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "dist");
const vendor = join(dist, "vendor");

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Manifest;
const outside = new Set(Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }));
const bundled = Object.keys(manifest.devDependencies ?? {}).filter((name) => !outside.has(name));

/** Matches `import { a, b as c } from "package/part"` and `import("package/part")`, minified ones too. */
const STATIC = /\bimport\s*([^;"'`()]*?)\s*\bfrom\s*"([^".][^"]*)"/gu;
const DYNAMIC = /\bimport\(["`]([^"`.][^"`]*)["`]\)/gu;
/** A file that lies beside a package's manifest is read from that package. */
const RESOLVED = /\bimport\.meta\.resolve\(["`]([^"`]+)\/package\.json["`]\)/gu;

/** Data that pdf.js reads by name, with its licences. */
const ASSETS = ["pdfjs-dist/cmaps", "pdfjs-dist/standard_fonts", "pdfjs-dist/LICENSE"];

rmSync(vendor, { recursive: true, force: true });
const modules = modulesOf(dist);
const used = new Map<string, Set<string>>();
for (const path of modules) {
  const text = readFileSync(path, "utf8");
  for (const [, clause, from] of text.matchAll(STATIC)) note(from!, namesOf(clause!));
  for (const [, from] of text.matchAll(DYNAMIC)) note(from!, ["*"]);
}
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: [...used.keys()].map((from) => ({ in: `vendored:${from}`, out: fileOf(from) })),
  outdir: "dist/vendor",
  chunkNames: "shared-[hash]",
  bundle: true,
  splitting: true,
  minify: true,
  charset: "utf8",
  format: "esm",
  target: "es2022",
  platform: "neutral",
  mainFields: ["module", "main"],
  conditions: ["import"],
  external: ["node:*", ...builtinModules],
  legalComments: "none",
  logLevel: "error",
  metafile: true,
  plugins: [entries(), withoutUnused(), withoutCanvas()],
});
for (const asset of ASSETS)
  cpSync(join(root, "node_modules", asset), join(vendor, asset), { recursive: true });
// Commander is part of the command line already (`bundle.mjs`).
writeFileSync(join(vendor, "THIRD-PARTY.txt"), licencesOf(metafile, root, ["commander"]));
for (const path of modules) {
  const text = readFileSync(path, "utf8");
  const near = (from: string): string => {
    const to = relative(dirname(path), join(vendor, from)).replaceAll("\\", "/");
    return to.startsWith(".") ? to : `./${to}`;
  };
  const rewritten = text
    .replaceAll(STATIC, (whole, _, from: string) =>
      isBundled(from) ? whole.replace(`"${from}"`, `"${near(`${fileOf(from)}.js`)}"`) : whole,
    )
    .replaceAll(DYNAMIC, (whole, from: string) =>
      isBundled(from) ? `import("${near(`${fileOf(from)}.js`)}")` : whole,
    )
    .replaceAll(RESOLVED, (whole, from: string) =>
      isBundled(from) ? `new URL("${near(from)}/package.json", import.meta.url).href` : whole,
    );
  if (rewritten !== text) writeFileSync(path, rewritten);
}
const whole = await build({
  absWorkingDir: root,
  // Of some chunks there are a module and a file to be required, of one name.
  entryPoints: modules.map((path, index) => ({ in: path, out: String(index) })),
  outdir: join(vendor, "unwritten"),
  bundle: true,
  // Without it each of a thousand modules would be given a copy of all that it needs, gigabytes together.
  splitting: true,
  packages: "external",
  platform: "node",
  format: "esm",
  logLevel: "error",
  metafile: true,
  write: false,
});
const missing = new Set(
  Object.values(whole.metafile.outputs).flatMap(({ imports }) =>
    imports.flatMap(({ path, external }) => (external === true && isBundled(path) ? [path] : [])),
  ),
);
if (missing.size > 0) throw new Error(`still imported from outside: ${[...missing].join(", ")}`);

function note(from: string, names: readonly string[]): void {
  if (!isBundled(from)) return;
  const known = used.get(from) ?? new Set();
  for (const name of names) known.add(name);
  used.set(from, known);
}

function isBundled(from: string): boolean {
  return bundled.some((name) => from === name || from.startsWith(`${name}/`));
}

function fileOf(from: string): string {
  return from
    .replace(/\.mjs$/u, "")
    .replace(/^@/u, "")
    .replaceAll("/", "-");
}

/** `*`, `default` and the names within braces. */
function namesOf(clause: string): string[] {
  const [, inside = ""] = /\{([^}]*)\}/u.exec(clause) ?? [];
  const named = inside.split(",").map((one) => one.trim().split(/\s+as\s+/u)[0]!);
  const rest = clause.replace(/\{[^}]*\}/u, "");
  const whole = rest.includes("*") ? ["*"] : /\w/u.test(rest) ? ["default"] : [];
  return [...named.filter((one) => one !== ""), ...whole];
}

/** The modules of the package; the pages in `dist/page` are complete already. */
function modulesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return path === join(dist, "page") || path === vendor ? [] : modulesOf(path);
    return /\.[cm]?js$/u.test(entry.name) ? [path] : [];
  });
}

/** Provides only those names of each package that are imported. */
function entries(): Plugin {
  return {
    name: "entries",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^vendored:/ }, ({ path }) => ({
        path: path.slice("vendored:".length),
        namespace: "vendored",
      }));
      onLoad({ filter: /.*/, namespace: "vendored" }, ({ path }) => {
        const names = [...used.get(path)!];
        const from = JSON.stringify(path);
        return {
          contents: names.includes("*")
            ? `export * from ${from};`
            : `export { ${names.sort().join(", ")} } from ${from};`,
          resolveDir: root,
        };
      });
    },
  };
}

/** pdf.js looks for a canvas when it loads and prints that there is none; text is read without one. */
function withoutCanvas(): Plugin {
  return {
    name: "without-canvas",
    setup({ onLoad }) {
      onLoad({ filter: /pdfjs-dist\/legacy\/build\/pdf\.mjs$/ }, ({ path }) => {
        const text = readFileSync(path, "utf8");
        const contents = text.replace(/let canvas;[^]*?(?=if \(!globalThis\.navigator)/u, "");
        if (contents === text) throw new Error("pdf.js looks for its canvas in another way");
        return { contents, loader: "js" };
      });
    },
  };
}
