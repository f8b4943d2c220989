import { expect, it } from "vitest";
import { BLOTS } from "./odd/blots.ts";
import { EDITS } from "./odd/edits.ts";
import { INKS } from "./odd/inks.ts";
import { LINES } from "./odd/lines.ts";
import { MAPS } from "./odd/maps.ts";
import { SETTINGS } from "./odd/settings.ts";
import { TRAITS } from "./odd/traits.ts";
import { TYPEFACES } from "./odd/typefaces.ts";
import { VIEWERS } from "./odd/viewers.ts";
import { SHEETS, drawOddTable, generator } from "./odd/draw.ts";
import { judge } from "./odd/judge.ts";

/** Traits that leave a doubt on other cells of their page, too. */
const WHOLE_PAGE =
  /lies|font by number|font that is not named|list of blends|watermark|transfer|inks that are none|traced|the (?:upper )?line of its/;

/** Each way to show, hide and redraw a number on a page of its own, ruled; `bench/pdf-seen.ts` draws thousands. */
it("no cell is another than the page shows without a word about it", async () => {
  const silent: string[] = [];
  const noise: string[] = [];
  for (const [index, trait] of Object.keys(TRAITS).entries())
    for (const { trait: name, verdict, got, seen } of await judge(
      drawOddTable(generator(1000 + index), true, trait),
    )) {
      if (verdict === "silent" || verdict === "lost") silent.push(`${name}: ${got} for ${seen}`);
      if (verdict === "noise" && !WHOLE_PAGE.test(trait)) noise.push(`${name}: ${got} on a page of ${trait}`);
    }
  expect(silent).toEqual([]);
  expect(noise).toEqual([]);
}, 240_000);

/** The traits that there were when these seeds were found. */
const later = { ...SETTINGS, ...BLOTS, ...INKS, ...EDITS, ...LINES, ...TYPEFACES, ...MAPS, ...VIEWERS };
const before = Object.keys(TRAITS).filter((trait) => !(trait in later));

it.each([
  ["a digit cut aslant, of which something is left on every side", 1_800_013, true],
  ["a digit of small print cut aslant", 4_500_019, false],
  ["a mirrored number, which stands in its row without lines, too,", 4_500_003, false],
])("%s is doubted", async (_, seed, ruled) => {
  const verdicts = await judge(drawOddTable(generator(seed), ruled, undefined, SHEETS[0], before));
  expect(verdicts.filter(({ verdict }) => verdict === "silent")).toEqual([]);
});

it("a page that is turned is looked at as others are", async () => {
  for (const sheet of SHEETS) {
    const table = drawOddTable(generator(1000), true, "font by number that takes a three for a five", sheet);
    const verdicts = new Set((await judge(table)).map(({ verdict }) => verdict));
    expect([...verdicts].filter((verdict) => verdict === "silent" || verdict === "lost")).toEqual([]);
  }
});

it("digits that are spread evenly without lines are no columns", async () => {
  const verdicts = await judge(drawOddTable(generator(300_007), false, "spread over its cell"));
  expect(verdicts.filter(({ verdict }) => verdict === "silent")).toEqual([]);
});
