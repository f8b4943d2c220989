import { expect, test } from "vitest";
import { namedLine, namedAs } from "../../src/batch/contents.ts";
import { jsonl } from "../../src/writers/jsonl.ts";
import { conversion } from "../writers/example.ts";

const unnamed = { ...conversion, source: { ...conversion.source, name: "" } };
const named = namedAs({ name: "青石\u2028.html" }, unnamed);

test("a stored line gets the name of its input", () => {
  const line = Buffer.from(jsonl.piece(unnamed, []));
  expect(namedLine(named, { conversion: unnamed, line })?.toString()).toBe(jsonl.piece(named, []));
});

test("stored JSON that is no line is written anew", () => {
  const { schema, source, ...rest } = unnamed;
  for (const text of [JSON.stringify(unnamed), `${JSON.stringify({ ...rest, source, schema })}\n`])
    expect(namedLine(named, { conversion: unnamed, line: Buffer.from(text) })).toBeNull();
});
