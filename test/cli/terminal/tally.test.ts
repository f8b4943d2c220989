import { expect, test } from "vitest";
import { tally } from "../../../src/cli/terminal/tally.ts";
import { wording } from "../../../src/cli/wording/wording.ts";
import { conversion, unusable } from "../../writers/example.ts";

const clean = { ...conversion, diagnostics: [] };
const warned = { ...conversion, diagnostics: conversion.diagnostics.filter((it) => it.severity !== "error") };

test("the summary counts by outcome and shows the worst first", () => {
  const total = tally(wording.en);
  total.add("a", clean);
  total.add("b", warned);
  total.add("c", { ...conversion, diagnostics: [...conversion.diagnostics, ...conversion.diagnostics] });
  total.add("d", unusable);
  total.add("e", "cannot read e (EACCES)");
  expect(total.summary()).toBe(`\
5 documents
       1  converted
       2  with findings (2 errors, 3 warnings)
       2  not usable
worst findings:
  error d: no format
  error e: cannot read e (EACCES)
  error c: not a\\nnumber (+1)
  warning b: 近似`);
});

test("in Chinese too, and no longer for a large batch", () => {
  const total = tally(wording.zh);
  for (let index = 0; index < 50; index += 1) total.add(`${index}`, warned);
  expect(total.summary().split("\n")).toHaveLength(4 + 1 + 10 + 1);
  expect(total.summary()).toMatch(/^共 50 份文件\n/);
  expect(total.summary()).toMatch(/另有 40 项$/);
});

test.each([
  [[clean], false, 0],
  [[warned], false, 0],
  [[warned], true, 1],
  [[conversion], false, 1],
  [[conversion, unusable], false, 2],
  [["cannot read"], false, 2],
] as const)("exit code %#", (outcomes, strict, code) => {
  const total = tally(wording.en);
  for (const outcome of outcomes) total.add("a", outcome);
  expect(total.exitCode(strict)).toBe(code);
});
