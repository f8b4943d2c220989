import { describe, expect, it } from "vitest";
import { knownTables } from "../../src/mapper/form/form.ts";
import type { KnownTable } from "../../src/mapper/form/known.ts";
import { candidatesFor } from "../../src/mapper/match/fit/row-candidates.ts";
import { matchRow } from "../../src/mapper/match/row/match-row.ts";
import { rowClues } from "../../src/mapper/match/row/row-clues.ts";
import type { FormRow } from "../../src/mapper/rows/form-row.ts";
import { matchLabel } from "../../src/printed/labels.ts";
import { likelyBearers, WHOLE_LABEL } from "../../src/printed/likely-labels.ts";
import { templates } from "../../src/templates/index.ts";

// Every third table: the forms repeat each other.
const tables = templates
  .flatMap((template) => knownTables(template).map(([whole]) => whole!))
  .filter((_, index) => index % 3 === 0);
const labelsOf = ({ rows }: Pick<KnownTable, "rows">) =>
  rows.flatMap(({ label }) => label.map(({ text }) => text));

/** A label as print may damage it: a character lost or another one, several lost, a bracket or a unit behind it. */
function damaged(label: string, at: number): readonly string[] {
  const start = at % label.length;
  const [before, after] = [label.slice(0, start), label.slice(start + 1)];
  const lost = [...label].filter((_, index) => (index + at) % 4 !== 0).join("");
  return [before + after, `${before}某${after}`, `${before}某某${after}`, lost, `${label}(件)`, `某${label}`];
}

/** Rows that print a label, or a piece of it before, beside and behind their values. */
function printings(label: string, at: number): readonly (readonly [row: FormRow, after: string])[] {
  const cut = 1 + (at % Math.max(1, label.length - 1));
  const [head, own, tail] = [label.slice(0, cut), label.slice(cut, cut + 3), label.slice(cut + 3)];
  return [
    ...damaged(label, at).flatMap((text) => [
      printed("spaced", [text], ""),
      printed("cells", [text], ""),
      printed("listed", [], `有关情况${text}`),
      printed("listed", [], `${text}(注)件`),
    ]),
    printed("spaced", own === "" ? [] : [own], `情况${head}`, tail),
    printed("listed", [], `情况${head}`, own + tail),
    printed("spaced", ["1", ...own], head, tail),
  ];
}

function printed(kind: FormRow["kind"], labels: readonly string[], context: string, after = "") {
  const at = { table: 1, row: 1 } as FormRow["at"];
  const values = [{ text: "1", at }];
  const row: FormRow = { block: 0, labels, context, values, kind, coveredBlank: false, headers: [], at };
  return [row, after] as const;
}

describe("rows of a form that a printed row may be", () => {
  it("are all that have anything of its label", () => {
    const missed: string[] = [];
    let found = 0;
    tables.forEach((known, index) => {
      const keys = new Map<string, Set<string>>();
      for (const { key, label } of known.rows)
        for (const { text } of label) keys.set(text, (keys.get(text) ?? new Set()).add(key));
      labelsOf(known).forEach((label, at) => {
        for (const [row, after] of printings(label, at + index)) {
          const clues = rowClues(row, keys);
          const candidates = new Set(candidatesFor(known, row, clues));
          known.rows.forEach((one, place) => {
            if (matchRow(one, row, clues, after, () => null).score === 0) return;
            found += 1;
            if (!candidates.has(place))
              missed.push([row.kind, row.context, ...row.labels, one.key].join(" | "));
          });
        }
      });
    });
    expect(missed).toEqual([]);
    expect(found).toBeGreaterThan(1000);
  });

  it("are few", () => {
    const known = templates
      .flatMap((template) => knownTables(template).flat())
      .find(({ rows }) => labelsOf({ rows }).includes("属于国家秘密"))!;
    const keys = new Map<string, Set<string>>();
    const [row] = printed("cells", ["属于国家秘蜜"], "");
    const likely = candidatesFor(known, row, rowClues(row, keys)).map((at) => known.rows[at]!.row.label);
    expect(likely).toEqual(["属于国家秘密"]);
  });
});

describe("labels that a text may be", () => {
  it("are all of which it is a whole one", () => {
    for (const known of tables) {
      const likely = likelyBearers(known.rows, ({ label }) => label);
      for (const [at, label] of labelsOf(known).entries())
        for (const text of [label, ...damaged(label, at)]) {
          const whole = known.rows.filter((row) => matchLabel(text, row.label).score >= WHOLE_LABEL);
          expect(likely(text)).toEqual(expect.arrayContaining(whole));
        }
    }
  });
});
