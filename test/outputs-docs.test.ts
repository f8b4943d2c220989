import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { writers } from "../src/writers/index.ts";

const docs = fileURLToPath(new URL("../docs/", import.meta.url));
const text = (name: string): string => readFileSync(docs + name, "utf8");
const pictures = (name: string): string[] =>
  [...text(name).matchAll(/!\[[^\]]+\]\(([^)]+)\)/gu)].map(([, to]) => to!);

test("every output has a picture that exists, and every picture is shown", () => {
  const shown = ["outputs.md", "outputs.zh-CN.md"].map(pictures);
  for (const name of shown.flat()) expect(existsSync(docs + name), name).toBe(true);
  expect(shown[1]!.map((name) => name.replace(".zh-CN", ""))).toEqual(shown[0]);
  const drawn = readdirSync(docs).filter((name) => /^output-.*\.png$/u.test(name));
  expect(drawn.toSorted()).toEqual([...new Set(shown.flat())].toSorted());
});

test("no format is left out", () => {
  const named = text("outputs.md").toLowerCase();
  expect(writers.map(({ id }) => id).filter((id) => !named.includes(id))).toEqual([]);
});
