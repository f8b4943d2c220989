import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { word } from "../src/index.ts";
import { REASONS } from "../src/findings/reasons.ts";

const say = (reason: string, language: "en" | "zh") =>
  word(
    {
      rule: "unreadable-value",
      severity: "error",
      at: { line: 3 },
      args: { raw: "1²", label: "规章", reason },
    },
    { language, templates: [], layouts: {} },
  );

test("a reason is said in the language of the sentence", () => {
  expect(say("raised-digit", "en")).toBe(
    "“1²” in 规章 could not be read as a number (a digit is set as a superscript or subscript; line 3).",
  );
  expect(say("raised-digit", "zh")).toBe("规章 中的“1²”无法读作数字（含上标或下标数字；第3行）。");
});

test("every reason that the stages name has words", () => {
  const files = ["adapters", "mapper"].flatMap((folder) =>
    readdirSync(new URL(`../src/${folder}/`, import.meta.url), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => `../src/${folder}/${name}`),
  );
  const named = files.flatMap((file) => {
    const source = readFileSync(new URL(file, import.meta.url), "utf8");
    const doubts = /function (?:doubtOf|unreadPart|whyUnreadable)\b[^]*?\n\}/gu;
    return [
      ...source.matchAll(/(?:reason: |damaged\()"([a-z0-9-]+)"/gu),
      ...[...source.matchAll(doubts)].flatMap(([body]) => [
        ...body.matchAll(/(?:return|\?|:) "([a-z-]+)"/gu),
      ]),
    ].map(([, reason]) => reason!);
  });
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((reason) => REASONS[reason] === undefined)).toEqual([]);
});
