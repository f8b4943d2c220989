/**
 * The command line in a few files instead of five hundred, with each command's own part loaded when it is asked for:
 * finding and linking the modules took ten times as long as Node itself takes to start. Packages stay outside.
 */
import { rmSync } from "node:fs";
import { fileURLToPath, URL } from "node:url";
import { rolldown } from "rolldown";
import { asScript } from "./as-script.mjs";

/** What every command loads, and `--version` nothing else. */
const START =
  /src\/(?:batch\/run\/late-optimizing|cli\/(?:program|terminal\/(?:context|io|locale)|wording\/wording|help\/words)|writers\/plain-line)\.ts$/u;
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
  plugins: [asScript("common")],
  // It parses the chunk once more, which takes as long as all else and is no fault.
  checks: { bundlerTimings: false },
  platform: "node",
  external: (id) => !/^[./]/u.test(id),
  transform: { target: "node20.19" },
});
await bundle.write({
  dir: "dist/cli",
  format: "esm",
  chunkFileNames: "[name]-[hash].js",
  // White space and comments cost as much to read as code; names stay for whoever reports an error.
  minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  codeSplitting: {
    groups: [
      { name: "start", test: START, priority: 2 },
      { name: "common", minShareCount: SHARED, priority: 1 },
    ],
  },
});
await bundle.close();
