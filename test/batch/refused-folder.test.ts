import type * as promises from "node:fs/promises";
import { expect, test, vi } from "vitest";
import { findInputs } from "../../src/batch/plan/inputs.ts";
import { folder } from "./support.ts";

// Root may open every folder, and a disk that fails while a folder is read cannot be asked for: both are played.
vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof promises>();
  const opendir = async (path: string, options: object) => {
    if (path.endsWith("/shut")) throw Object.assign(new Error("shut"), { code: "EACCES" });
    const entries = (await real.opendir(path, options)) as AsyncIterable<unknown>;
    if (!path.endsWith("/failing")) return entries;
    return (async function* () {
      yield* entries;
      throw Object.assign(new Error("failing"), { code: "EIO" });
    })();
  };
  return { ...real, opendir };
});

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
