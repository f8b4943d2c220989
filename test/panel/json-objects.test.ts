import fc from "../support/fast-check.ts";
import { expect, test } from "vitest";
import { jsonObjects } from "../../src/cli/input/json-objects.ts";

async function objects(text: string, cut = 7, maximum = 1_000_000): Promise<unknown[]> {
  const chunks = (async function* () {
    for (let at = 0; at < text.length; at += cut) yield text.slice(at, at + cut);
  })();
  const found: unknown[] = [];
  for await (const object of jsonObjects(chunks, maximum)) found.push(JSON.parse(object));
  return found;
}

test("one, a list, one a line: the same objects, however the text arrives", async () => {
  const map = fc.dictionary(fc.string(), fc.jsonValue());
  await fc.assert(
    fc.asyncProperty(
      fc.array(map, { maxLength: 4 }),
      fc.integer({ min: 1, max: 20 }),
      async (values, cut) => {
        const plain = JSON.parse(JSON.stringify(values)) as unknown[];
        expect(await objects(JSON.stringify(plain), cut)).toEqual(plain);
        expect(await objects(JSON.stringify(plain, null, 2), cut)).toEqual(plain);
        expect(await objects(plain.map((value) => JSON.stringify(value) + "\n").join(""), cut)).toEqual(
          plain,
        );
      },
    ),
  );
});

test("no object, no result", async () => {
  for (const text of ["", "[]", "[1, 2]", '"{"', "null\n", "]}"])
    expect(await objects(text), text).toEqual([]);
});

test("an unfinished object and one too long end the reading", async () => {
  await expect(objects('{"a": [1')).rejects.toThrow(SyntaxError);
  await expect(objects(`{"a": "${"x".repeat(100)}"}`, 7, 50)).rejects.toThrow(RangeError);
});
