import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { rulesPage, rulesWithoutTheme } from "../../scripts/rules-docs.ts";

test.each([
  ["en", "rules.md"],
  ["zh", "rules.zh-CN.md"],
] as const)("the page of rules in %s is as the table of rules has it (npm run docs)", (language, name) => {
  expect(readFileSync(new URL(`../../docs/${name}`, import.meta.url), "utf8")).toBe(rulesPage(language));
});

test("each rule stands under one theme of the page", () => {
  expect(rulesWithoutTheme()).toEqual([]);
});
