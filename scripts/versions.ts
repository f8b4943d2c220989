/**
 * Runs the built command and the suite under other releases of Node: `npm run versions -- [RELEASE…]`, by default
 * 20.19, 22 and 24. Node itself comes from the registry's package `node`. `--quick` only converts the corpus and leaves
 * out the suite.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath, URL } from "node:url";

const RELEASES = ["20.19", "22", "24"];
const root = fileURLToPath(new URL("..", import.meta.url));
const words = process.argv.slice(2);
const releases = words.filter((word) => !word.startsWith("--"));
const failed = (releases.length > 0 ? releases : RELEASES).filter((release) => {
  const steps = [
    "node --version",
    "node dist/cli/main.js convert corpus --out out/versions-$(node --version) >/dev/null || test $? = 1",
    ...(words.includes("--quick") ? [] : ["node node_modules/vitest/vitest.mjs run --reporter=dot"]),
  ];
  console.error(`Node ${release}`);
  const { status } = spawnSync(
    "npx",
    ["--yes", "--package", `node@${release}`, "--call", steps.join(" && ")],
    {
      cwd: root,
      stdio: "inherit",
    },
  );
  return status !== 0;
});
if (failed.length > 0) console.error(`failed under Node ${failed.join(", ")}`);
process.exit(failed.length > 0 ? 1 : 0);
