/**
 * The command line in a few files instead of five hundred, with each command's own part loaded when it is asked for:
 * finding and linking the modules took ten times as long as Node itself takes to start. Packages stay outside.
 */
import { rmSync } from "node:fs";
import { fileURLToPath, URL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
rmSync(new URL("../dist/cli", import.meta.url), { recursive: true, force: true });
await build({
  absWorkingDir: root,
  // A batch starts its child from the file beside its own.
  entryPoints: { main: "src/cli/main.ts", child: "src/batch/child.ts" },
  outdir: "dist/cli",
  chunkNames: "[name]-[hash]",
  bundle: true,
  splitting: true,
  packages: "external",
  platform: "node",
  format: "esm",
  charset: "utf8",
  target: "node20.19",
});
