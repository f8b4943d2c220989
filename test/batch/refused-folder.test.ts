import type { OpenDirOptions } from "node:fs";
import promises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findInputs } from "../../src/batch/plan/inputs.ts";
import { folder } from "./support.ts";

const { opendir } = promises;

// Root may open every folder, and a disk that fails while a folder is read cannot be asked for: both are played.
const played = async (path: string, options: OpenDirOptions) => {
  if (path.endsWith("/shut")) throw Object.assign(new Error("shut"), { code: "EACCES" });
  const entries = await opendir(path, options);
  if (!path.endsWith("/failing")) return entries;
  return (async function* () {
    yield* entries;
    throw Object.assign(new Error("failing"), { code: "EIO" });
  })();
};

beforeEach(() => replaceOpendir(played as unknown as typeof opendir));
afterEach(() => replaceOpendir(opendir));

function replaceOpendir(by: typeof opendir): void {
  promises.opendir = by;
  syncBuiltinESMExports();
}

test("a folder that may not be opened, or not be read to its end, costs a row and not the run", async () => {
  const root = folder({ "1.html": "", "shut/2.html": "", "failing/3.html": "", "open/4.html": "" });
  const found: string[] = [];
  for await (const { name, refused } of findInputs([root], `${root}/out`))
    found.push(`${name.slice(root.length)} ${refused ?? ""}`.trim());
  expect(found.sort()).toEqual([
    "/1.html",
    "/failing/ EIO",
    "/failing/3.html",
    "/open/4.html",
    "/shut/ EACCES",
  ]);
});
