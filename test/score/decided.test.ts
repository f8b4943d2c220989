import { describe, expect, it } from "vitest";
import { decided } from "../../bench/score/decided.ts";
import { nothingKnown } from "../../bench/score/expected.ts";
import type { Correction } from "../../src/model/index.ts";

const SHA = "ab".repeat(32);
const about = { source: { name: "a.txt", sha256: SHA, bytes: 1 } };
const known = {
  ...nothingKnown,
  values: { "applications.total.newlyReceived": 5, "a.b": 1 },
  fields: { year: 2022 },
};
const made = { schema: "gongkai/correction/1", who: "核对人", when: "2024-03-01", why: "照原件" } as const;

describe("what people decided", () => {
  it("counts as what the document says", () => {
    const decisions: Correction[] = [
      {
        ...made,
        source: { name: "a.txt", sha256: SHA },
        pointer: "/report/tables/applications/total/newlyReceived",
        was: 5,
        now: 6,
      },
      {
        ...made,
        source: { name: "a.txt", sha256: SHA },
        pointer: "/report/year",
        was: 2023,
        confirmed: true,
      },
    ];
    const { values, fields } = decided(known, about, decisions);
    expect(values).toEqual({ "applications.total.newlyReceived": 6, "a.b": 1 });
    expect(fields).toEqual({ year: 2023 });
  });

  it("of another document counts for nothing", () => {
    const other = { name: "b.txt", sha256: "cd".repeat(32) };
    expect(
      decided(known, about, [{ ...made, source: other, pointer: "/report/tables/a/b", was: 1, now: 2 }]),
    ).toBe(known);
  });
});
