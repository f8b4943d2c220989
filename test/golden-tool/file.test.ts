import fc from "../support/fast-check.ts";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { inOrder, pairUp, readGolden, writeGolden } from "../../src/golden/index.ts";
import type { Snapshot } from "../../src/golden/index.ts";

const root = mkdtempSync(join(tmpdir(), "gongkai-golden-"));
afterAll(() => rmSync(root, { recursive: true }));

const snapshot = (name: string, cells: Record<string, number | null> = {}): Snapshot => ({
  name,
  sha256: "0",
  outcome: null,
  layouts: {},
  fields: {},
  prose: null,
  cells: new Map(Object.entries(cells).map(([path, value]) => [path, { value, flagged: value === 7 }])),
});

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

describe("a snapshot file", () => {
  it("gives back what was written, the paths of a form once", async () => {
    const path = join(root, "a.jsonl");
    const written = [
      snapshot("a", { x: 1, y: 7 }),
      snapshot("b/c", { x: null, y: 2 }),
      snapshot("b/d"),
      snapshot("e", { x: 0, y: 0 }),
    ];
    const writer = await writeGolden(path, "1.2.3");
    for (const one of written) await writer.write(one);
    await writer.finish();
    const { version, snapshots } = await readGolden(path);
    expect(version).toBe("1.2.3");
    expect(await all(snapshots)).toEqual(written);
    expect(
      readFileSync(path, "utf8")
        .split("\n")
        .filter((line) => line.includes(`"cells"`)),
    ).toHaveLength(2);
  });

  it("out of order is refused", async () => {
    const path = join(root, "b.jsonl");
    const writer = await writeGolden(path, "1");
    for (const name of ["b", "a"]) await writer.write(snapshot(name));
    await writer.finish();
    await expect(all((await readGolden(path)).snapshots)).rejects.toThrow("line 4");
  });
});

describe("order", () => {
  it("is a folder's where its name stands", () => {
    const names = ["a.txt", "a/b", "b", "a/b.txt", "a-/z", "A"];
    expect(names.sort(inOrder)).toEqual(["A", "a/b", "a/b.txt", "a-/z", "a.txt", "b"]);
  });

  it("pairs every document and every snapshot once, by name", async () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[ab.-]{1,2}(\/[ab]){0,2}$/), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(names, names, async (now, then) => {
        const documents = now.sort(inOrder).map((relative) => ({ relative }));
        const recorded = (async function* () {
          for (const name of then.sort(inOrder)) yield snapshot(name);
        })();
        const pairs = await all(pairUp(documents, recorded));
        const union = [...new Set([...now, ...then])].sort(inOrder);
        expect(pairs.map(({ document, recorded: old }) => [document?.relative, old?.name])).toEqual(
          union.map((name) => [
            now.includes(name) ? name : undefined,
            then.includes(name) ? name : undefined,
          ]),
        );
      }),
    );
  });
});
