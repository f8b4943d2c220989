import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { expect } from "vitest";

const golden = new URL("../../golden/", import.meta.url);

/** Goldens are for reading: a missing one is written, `UPDATE=1` writes all anew, and where CI is set neither happens. */
export function expectGolden(
  path: string,
  actual: string,
  env: NodeJS.ProcessEnv = process.env,
  root = golden,
): void {
  const file = new URL(path, root);
  const missing = !existsSync(file);
  refuseUpdateInCi(env);
  if (missing && env["CI"])
    throw new Error(`golden/${path} is missing: run the tests without CI set, read it, commit it`);
  if (missing || env["UPDATE"]) {
    mkdirSync(new URL(".", file), { recursive: true });
    writeFileSync(file, actual);
  }
  expect(actual, `golden/${path} (UPDATE=1 rewrites it)`).toBe(readFileSync(file, "utf8"));
}

/** Goldens of forms that are gone: `UPDATE=1` removes them, otherwise they are a failure. */
export function expectNoOthers(
  folder: string,
  expected: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  root = golden,
): void {
  const at = new URL(`${folder}/`, root);
  refuseUpdateInCi(env);
  if (env["UPDATE"])
    for (const name of readdirSync(at)) if (!expected.includes(name)) rmSync(new URL(name, at));
  expect(readdirSync(at).sort()).toEqual([...expected].sort());
}

function refuseUpdateInCi(env: NodeJS.ProcessEnv): void {
  if (env["CI"] && env["UPDATE"])
    throw new Error("UPDATE is refused where CI is set: goldens are changed by people who read them");
}
