import { readFileSync, readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { convert, read } from "../../src/index.ts";
import { blocksOf } from "../../src/page/state/draft.ts";
import { cellId, lineId, locator, squeezed } from "../../src/page/original/locate.ts";

const corpus = new URL("../../corpus/", import.meta.url);
const documents = readdirSync(corpus, { recursive: true, encoding: "utf8" })
  .filter((name) => /\/report\.[^/]+$/.test(name) && !/\.(?:json|pdf)$/.test(name))
  .sort();

it("there is a report of every format", () => {
  const formats = new Set(documents.map((name) => name.split(".").at(-1)));
  expect([...formats].sort()).toEqual(
    expect.arrayContaining(["doc", "docx", "html", "md", "mht", "rtf", "txt"]),
  );
});

it.each(documents)("every place of %s is found, and what is printed stands there", async (name) => {
  const source = { name, bytes: new Uint8Array(readFileSync(new URL(name, corpus))) };
  const { evidence } = await convert(source);
  const blocks = blocksOf(await read(source));
  const texts = new Map<string | null, string>();
  blocks.forEach((block, index) => {
    if (block.kind === "line") texts.set(lineId(index), block.text);
    else for (const cell of block.grid.cells) texts.set(cellId(cell.at), cell.text);
  });
  const locate = locator(blocks);
  const lost: string[] = [];
  for (const [pointer, entry] of Object.entries(evidence)) {
    if (entry.at === null) continue;
    const text = squeezed(texts.get(locate(entry)) ?? "");
    const isCell = pointer.startsWith("/report/tables/");
    // A paragraph set in several lines is found by its first one.
    if (isCell ? !text.includes(squeezed(entry.raw ?? "")) : !texts.has(locate(entry)))
      lost.push(`${pointer} ${JSON.stringify(entry)} in ${text.slice(0, 60)}`);
  }
  expect(lost).toEqual([]);
});
