import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { compare } from "../../../src/batch/store/buckets.ts";
import { sortedLines } from "../../../src/batch/store/sorted-lines.ts";
import { folder, put } from "../support.ts";

const root = folder();
afterAll(() => rmSync(root, { recursive: true }));

test("the lines of sorted files come as one sorted sequence, also where a line is cut by the end of a piece", () => {
  const all = Array.from({ length: 3000 }, (_, at) => `${String(at).padStart(5, "0")} 青石市第${at}县`);
  const files = ["a", "b", "c", "missing"].map((name) => join(root, name));
  put(root, {
    a: all.filter((_, at) => at % 3 === 0).join("\n") + "\n",
    b: all.filter((_, at) => at % 3 === 1).join("\n") + "\n",
    c: all.filter((_, at) => at % 3 === 2).join("\n") + "\n",
  });
  expect([...sortedLines(files, (line) => line, compare)]).toEqual(all);
});
