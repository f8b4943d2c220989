/**
 * The command line in a few files instead of five hundred, with each command's own part loaded when it is asked for:
 * finding and linking the modules took ten times as long as Node itself takes to start. Packages stay outside, but for
 * commander, which every command needs.
 */
import { rmSync } from "node:fs";
import { fileURLToPath, URL } from "node:url";
import { rolldown } from "rolldown";
import { asCommonJs } from "./as-common-js.mjs";

/** What is loaded before all else. */
const FIRST = /src\/(?:batch\/run\/late-optimizing|cli\/(?:compile-cache|version))\.ts$/u;
/** What every command needs, and all that a conversion of a text does. */
const START =
  /src\/(?:cli\/(?:program|help\/(?:configuration|options)|commands\/convert)|adapters\/text\/index)\.ts$/u;
/** What a child of a batch needs besides. */
const CHILD = /src\/batch\/run\/answering\.ts$/u;
/** Modules that so many commands and readers share stand in one file: to find and link a file takes half a millisecond. */
const SHARED = 6;

rmSync(new URL("../dist/cli", import.meta.url), { recursive: true, force: true });
const bundle = await rolldown({
  cwd: fileURLToPath(new URL("..", import.meta.url)),
  // A batch starts its children from the files beside its own.
  input: {
    main: "src/cli/main.ts",
    child: "src/batch/run/child.ts",
    "kept-code": "src/cli/kept-code.ts",
  },
  plugins: [
    ownManifest(),
    withoutPrograms(),
    asCommonJs({
      modules: ["main", "child", "kept-code", "first", "child-parts", "rolldown-runtime"],
      scripts: ["start"],
    }),
  ],
  // The chunks are parsed once more, which takes as long as all else, and `START` imports some of itself late.
  checks: { bundlerTimings: false, ineffectiveDynamicImport: false },
  platform: "node",
  external: (id) => !/^[./]/u.test(id) && id !== "commander",
  transform: { target: "node20.19" },
});
await bundle.write({
  dir: "dist/cli",
  format: "esm",
  entryFileNames: "[name].js",
  chunkFileNames: "[name]-[hash].mjs",
  // White space and comments cost as much to read as code; names stay for whoever reports an error.
  minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  codeSplitting: {
    groups: [
      { name: "first", test: FIRST, priority: 4 },
      { name: "start", test: START, priority: 3 },
      { name: "child-parts", test: CHILD, priority: 2 },
      { name: "common", minShareCount: SHARED, priority: 1 },
    ],
  },
});
await bundle.close();

/** A package finds its own manifest by its name, but not below a folder with a manifest, as `dist/cli` is. */
function ownManifest() {
  const byName = `import.meta.resolve("gongkai/package.json")`;
  const byPlace = `new URL("../../package.json", import.meta.url).href`;
  return { name: "own-manifest", transform: (code) => code.replaceAll(byName, byPlace) };
}

/**
 * Commander starts the programs of commands that have one of their own; ours have none, and the module that would start
 * them takes Node as long to load as all of commander.
 */
function withoutPrograms() {
  return {
    name: "without-programs",
    transform(code, id) {
      if (!id.endsWith("commander/lib/command.js")) return null;
      const without = code.replace(/require\('node:child_process'\)/u, "{}");
      if (without === code) throw new Error("commander starts programs in another way");
      return without;
    },
  };
}
