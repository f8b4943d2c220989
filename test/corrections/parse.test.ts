import { expect, it } from "vitest";
import { parseCorrections, serializeCorrections } from "../../src/index.ts";
import { correction, draft, received } from "./drafts.ts";

const whole = correction(draft, received, 17, 16);
const confirmed = correction(draft, received, 17);

it("what is written is read again", () => {
  const text = serializeCorrections([whole, confirmed]);
  expect(text.split("\n")).toHaveLength(3);
  expect(parseCorrections(`\ufeff\r\n${text}`)).toEqual({ corrections: [whole, confirmed], problems: [] });
});

it.each<[string, string]>([
  ["nonsense", "JSON"],
  ["[1]", "JSON"],
  [JSON.stringify({ ...whole, schema: "gongkai/correction/2" }), "schema"],
  [JSON.stringify({ ...whole, source: { sha256: whole.source.sha256 } }), "source.name"],
  [JSON.stringify({ ...whole, source: { name: "a", sha256: "12" } }), "source.sha256"],
  [JSON.stringify({ ...whole, pointer: "applications.total" }), "pointer"],
  [JSON.stringify({ ...whole, was: [] }), "was"],
  [JSON.stringify({ ...whole, confirmed: true }), "now"],
  [JSON.stringify({ ...whole, now: undefined }), "now"],
  [JSON.stringify({ ...whole, who: undefined }), "who"],
  [JSON.stringify({ ...whole, when: "yesterday" }), "when"],
  [JSON.stringify({ ...whole, why: 3 }), "why"],
])("%s is told by its line and key", (line, key) => {
  expect(parseCorrections(`\n${line}\n`)).toEqual({ corrections: [], problems: [{ line: 2, key }] });
});
