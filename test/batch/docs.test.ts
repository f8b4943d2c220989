import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { gongkai } from "../cli/command-line.ts";

const docs = fileURLToPath(new URL("../../docs/batch/", import.meta.url));
const text = (name: string): string => readFileSync(join(docs, name), "utf8");
const all = readdirSync(docs).filter((name) => name.endsWith(".md"));
const english = all.filter((name) => !name.endsWith(".zh-CN.md"));
const twin = (name: string): string => name.replace(/\.md$/u, ".zh-CN.md");

const blocks = (markdown: string): string[] => markdown.match(/^```[^]*?^```/gmu) ?? [];
const spans = (markdown: string): string[] => {
  const prose = markdown.replace(/^```[^]*?^```/gmu, "");
  return [
    ...new Set([...prose.matchAll(/`([^`]+)`/gu)].map(([, code]) => code!.replace(/\s+/gu, " "))),
  ].sort();
};
/** Links out of the text; the line that leads to the other language aside. */
const links = (markdown: string): string[] =>
  [...markdown.matchAll(/\]\(([^)]+)\)/gu)].map(([, to]) => to!).filter((to) => !/^https?:/u.test(to));

test("every page about archives is there in both languages", () => {
  expect(english).toContain("README.md");
  expect(all.toSorted()).toEqual([...english, ...english.map(twin)].toSorted());
});

test.each(english)(
  "%s: both languages show the same commands, options and files, and lead to each other",
  (name) => {
    const [one, other] = [text(name), text(twin(name))];
    expect(blocks(other)).toEqual(blocks(one));
    expect(spans(other)).toEqual(spans(one));
    expect([links(one)[0], links(other)[0]]).toEqual([twin(name), name]);
    const led = links(one)
      .slice(1)
      .map((to) => (to.endsWith(".md") ? twin(to) : to));
    expect(links(other).slice(1).toSorted()).toEqual(led.toSorted());
    const gone = [...links(one), ...links(other)].filter(
      (to) => !existsSync(resolve(dirname(join(docs, name)), to)),
    );
    expect(gone).toEqual([]);
  },
);

test("every option the overview names is one of the commands", async () => {
  const helps = await Promise.all(["batch", "panel"].map((command) => gongkai([command, "--help"])));
  const out = helps.map((help) => help.out).join("");
  const named = new Set(text("README.md").match(/(?<=[`\s])--[a-z][a-z-]*(?=[`\s])/gu));
  expect(named.size).toBeGreaterThan(10);
  expect([...named].filter((option) => !out.includes(`${option} `))).toEqual([]);
});
