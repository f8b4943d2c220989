import { describe, expect, it } from "vitest";
import { convert, templates } from "../../src/index.ts";
import { decisionFrom } from "../../src/page/cell/decision.ts";
import { looks, nextDoubtful, nextMatch } from "../../src/page/state/doubts.ts";
import { withCorrection } from "../../src/page/state/draft.ts";
import { litByFinding } from "../../src/page/original/lit.ts";
import { cells } from "../../src/writers/tables/cells.ts";
import { company, correction, draft, received } from "../corrections/drafts.ts";

const typed = { was: 17, now: "16", why: "笔误", who: "科员", confirmed: false, isNumber: true };
const when = new Date("2024-01-20T08:00:00Z");

describe("what a person types", () => {
  it.each<[object, unknown]>([
    [{}, 16],
    [{ now: "１６" }, 16],
    [{ now: " " }, null],
    [{ now: "乙", isNumber: false }, "乙"],
  ])("%o is a correction", (more, now) => {
    expect(decisionFrom({ ...typed, ...more }, when)).toEqual({
      was: 17,
      now,
      why: "笔误",
      who: "科员",
      when: "2024-01-20T08:00:00.000Z",
    });
  });
  it.each<[object, string]>([
    [{ why: " " }, "needsReason"],
    [{ who: "" }, "needsReason"],
    [{ now: "16或17" }, "needsNumber"],
  ])("%o is not", (more, lacking) => {
    expect(decisionFrom({ ...typed, ...more }, when)).toBe(lacking);
  });
});

it("a value put back to what was read is no correction", () => {
  const first = withCorrection([], correction(draft, received, 17, 16));
  expect(first).toHaveLength(1);
  expect(withCorrection(first, correction(draft, received, 17, 17))).toEqual([]);
});

it("a broken sum lights both of its sides", async () => {
  const conversion = await convert(draft);
  const broken = conversion.diagnostics.find(({ relation, paths }) => relation && paths?.includes(company))!;
  const { pointers } = litByFinding(broken, conversion);
  expect(new Set([pointers.get(company), pointers.get(received)])).toEqual(new Set(["left", "right"]));
});

it("the next doubtful cell, and the next that holds words, come round again", async () => {
  const conversion = await convert(draft);
  const all = [...cells(conversion, templates)];
  const lookAt = looks(conversion);
  const seen: string[] = [];
  for (let at = nextDoubtful(all, lookAt, null); at && !seen.includes(at); at = nextDoubtful(all, lookAt, at))
    seen.push(at);
  expect(seen).toContain(received);
  expect(nextMatch(all, "17", null)).toBe(received);
  expect(nextMatch(all, "17", received)).toBe(received);
  expect(nextMatch(all, "无此词", null)).toBeNull();
});
