import { expect, it } from "vitest";
import { isTurned } from "../../src/printed/other-meanings.ts";

it.each(["非", "上年", "本年未", "情况无"].map((before) => [before, before !== "上年"] as const))(
  "%s turns the label behind it: %s",
  (before, turned) => {
    expect(isTurned(before)).toBe(turned);
  },
);

it.each(["规章无无无", "规章3 1无", "行政许可51无"])("%s ends with a blank cell", (before) => {
  expect(isTurned(before)).toBe(false);
});
