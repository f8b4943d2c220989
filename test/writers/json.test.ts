import { describe, expect, test } from "vitest";
import type { Conversion } from "../../src/model/index.ts";
import { json } from "../../src/writers/json.ts";
import { jsonl, lineStart } from "../../src/writers/jsonl.ts";
import { write } from "../../src/writers/index.ts";
import { conversion, unusable } from "./example.ts";

describe("json", () => {
  test("one conversion is exactly that conversion", () => {
    expect(write(json, conversion, [])).toBe(JSON.stringify(conversion, null, 2) + "\n");
  });

  test("several are an array, also one and none", () => {
    for (const list of [[], [conversion], [conversion, unusable]])
      expect(JSON.parse(write(json, list, []))).toEqual(list);
  });

  test("keys come in the order of the type, however the conversion was built", () => {
    const { schema, source, ...rest } = conversion;
    const { name, ...numbers } = source;
    const shuffled: Conversion = { ...rest, source: { ...numbers, name }, schema };
    expect(write(json, shuffled, [])).toBe(write(json, conversion, []));
  });

  test("an absent key stays absent", () => {
    expect(write(json, unusable, [])).not.toContain("paths");
  });
});

describe("jsonl", () => {
  test("one conversion a line, with nothing in it that breaks a line", () => {
    const odd = { ...unusable, source: { ...unusable.source, name: "a\u2028b\u0085c\nd" } };
    const lines = write(jsonl, [odd, conversion], []).split(/[\n\u0085\u2028]/);
    expect(lines).toHaveLength(3);
    expect(lines.slice(0, 2).map((line) => JSON.parse(line))).toEqual([odd, conversion]);
    expect(lines[2]).toBe("");
  });
});

test("a line is its start, which names the source, and a rest that does not depend on it", () => {
  const files = [{ name: "甲\u2028.html", sha256: "0a", bytes: 1 }];
  const sources = [
    conversion.source,
    { ...conversion.source, name: '"\u0085' },
    { ...conversion.source, files },
  ];
  const rests = sources.map((source) => {
    const named = { ...conversion, source };
    const [line, start] = [jsonl.piece(named, []), lineStart(named)];
    expect(line.slice(0, start.length)).toBe(start);
    return line.slice(start.length);
  });
  expect(new Set(rests).size).toBe(1);
});
