import { expect, test } from "vitest";
import { readTicks } from "../../src/printed/ticks.ts";

const yesNo = { yes: ["是"], no: ["否"] };
const kinds = { portal: ["政府门户网站", "门户网站"], department: ["部门网站"], other: ["其他"] };

test.each([
  ["☑是 □否", "yes"],
  ["□是 ☑否", "no"],
  ["是☑ 否□", "yes"],
  ["是□否√", "no"],
  ["√是 □否", "yes"],
  ["■是 □否", "yes"],
  ["（√）是 （ ）否", "yes"],
  ["是（ ） 否（√）", "no"],
  ["[ ]是 [√]否", "no"],
  ["●是 ○否", "yes"],
  ["是 √否", "no"],
  ["是√ 否", "yes"],
  ["是", "yes"],
  ["否。", "no"],
  ["☑是\n□否", "yes"],
])("%j ticks %s", (text, key) => {
  expect(readTicks(text, yesNo)).toEqual({ ticked: [key], clear: true });
});

test.each([
  ["□是 □否", ""],
  ["☑是 ☑否", "yes no"],
  ["是 否", ""],
])("%j ticks “%s”, and says so", (text, keys) => {
  expect(readTicks(text, yesNo).ticked.join(" ")).toBe(keys);
});

test.each(["是√否", "☑部分是 □否", "☑不是", "建设中", "是 √ 否"])("%j is not clear", (text) => {
  expect(readTicks(text, yesNo).clear).toBe(false);
});

test.each([
  ["☑政府门户网站 □部门网站 □其他（请注明）", "portal"],
  ["□政府门户网\n  站 ☑部门网站 □其\n他", "department"],
  ["□政府门户网站 ☑部门网站 □其他：____", "department"],
  ["门户网站", "portal"],
])("%j ticks %s among longer words", (text, key) => {
  expect(readTicks(text, kinds)).toEqual({ ticked: [key], clear: true });
});
