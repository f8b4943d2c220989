import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { folder, gongkai, page } from "../command-line.ts";

const root = folder({
  "b.html": page({ plant: ["t3-row-sum"] }),
  "e\u001b[31m.html": page({ plant: ["t3-row-sum"] }),
});
afterAll(() => rmSync(root, { recursive: true }));

const ESCAPE = "␛";
const visible = (text: string): string => text.replaceAll("\u001b", ESCAPE);
const check = async (argv: readonly string[], columns: number | null, environment = {}): Promise<string> =>
  visible((await gongkai(["check", join(root, "b.html"), ...argv], "", { columns, environment })).out);

test("severities and rule ids are coloured on a terminal, and nothing else is different", async () => {
  const plain = await check([], null);
  const coloured = await check([], 80);
  expect(plain).not.toContain(ESCAPE);
  expect(coloured).toContain("␛[1m␛[31merror␛[39m␛[22m: ");
  expect(coloured).toMatch(/␛\[2m\[t3-row-sum\]␛\[22m\n/u);
  expect(coloured.replaceAll(/␛\[\d+m/gu, "")).toBe(plain);
});

test.each([
  [[], 80, { NO_COLOR: "1" }, false],
  [[], 80, { NO_COLOR: "" }, true],
  [[], 80, { TERM: "dumb" }, false],
  [[], null, { FORCE_COLOR: "1" }, true],
  [[], 80, { FORCE_COLOR: "0" }, false],
  [[], null, { FORCE_COLOR: "1", NO_COLOR: "1" }, false],
  [["--color", "never"], 80, { FORCE_COLOR: "1" }, false],
  [["--color", "always"], null, { NO_COLOR: "1" }, true],
] as const)("%j, %s columns, %j: %s", async (argv, columns, environment, coloured) => {
  expect((await check(argv, columns, environment)).includes(ESCAPE)).toBe(coloured);
});

test("the summary of a conversion is coloured too; what a name holds is not taken for a colour", async () => {
  const argv = ["convert", root, "--out", join(root, "out"), "--color", "always"];
  const { err } = await gongkai(argv);
  expect(visible(err)).toMatch(/\n {2}␛\[1m␛\[31merror␛\[39m␛\[22m .*b\.html: /u);
  expect(err).not.toContain("\u001b[31m.html");
});
