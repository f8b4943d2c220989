/**
 * Runs every property test with new seeds: `npm run fuzz -- [ROUNDS]`, 10 rounds by default. It prints the seed of each
 * round; `GONGKAI_SEED=N npx vitest run` draws the same documents again. It exits with 1 at the first round that fails.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";

const SEEDS = 2 ** 31;
const rounds = Number(process.argv[2] ?? 10);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error("usage: npm run fuzz -- [ROUNDS]");
  process.exit(2);
}
const files = execFileSync("git", [
  "grep",
  "-l",
  "support/fast-check.ts",
  "--",
  "test/**/*.test.ts",
  "test/*.test.ts",
])
  .toString()
  .trim()
  .split("\n");
for (let round = 1; round <= rounds; round++) {
  const seed = String(randomInt(SEEDS));
  console.error(`round ${round} of ${rounds}: GONGKAI_SEED=${seed}`);
  const run = spawnSync("npx", ["vitest", "run", "--reporter=dot", "--testTimeout=600000", ...files], {
    env: { ...process.env, GONGKAI_SEED: seed },
    stdio: "inherit",
  });
  if (run.status !== 0) process.exit(1);
}
