import { describe, expect, it } from "vitest";
import { build, files, p, printed, px, r, read, t, tbl, tc, tcx, tr, zip } from "./build.ts";
import type { Parts } from "./build.ts";

/** A small deterministic generator (mulberry32): the same mutants every run. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) % below;
  };
}

const merged = (kind: string): string =>
  `<w:gridSpan w:val="2"/><w:vMerge${kind === "" ? "" : ` w:val="${kind}"`}/>`;
const numbered = (text: string): string =>
  p(text, '<w:pStyle w:val="1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
const box = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${p("框")}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p("框")}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`;
const original: Parts = {
  title: "某局年度报告",
  styles: '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>',
  numbering:
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
  footnotes: `<w:footnote w:id="2">${p("注")}</w:footnote>`,
  body:
    numbered("总体情况") +
    px(
      r(t("全年") + '<w:footnoteReference w:id="2"/>') +
        r(box) +
        `<w:ins>${r(t("12"))}</w:ins><w:del>${r(t("9"))}</w:del>`,
    ) +
    numbered("申请情况") +
    tbl(
      "<w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>",
      tr(tc("组", merged("restart")), tc("104")),
      tr(tc("", merged("")), tc("105")),
      tr(tcx(p("外") + tbl(tr(tc("内"), tc("106"))) + p("")), tc("", "<w:hMerge/>"), tc("107")),
    ) +
    px(
      r(
        '<w:fldChar w:fldCharType="begin"/><w:instrText>X</w:instrText><w:fldChar w:fldCharType="separate"/>',
      ) + r(t("1") + '<w:fldChar w:fldCharType="end"/>'),
    ),
};
const bytes = build(original);
const entries = files(original);
const names = Object.keys(entries);
const outcomes = ["empty", "unsupported", "encrypted", "truncated", "damaged", "too-large", "needs-ocr"];

/** Printed tokens; a refusal must be alone, typed and without tokens. */
function outcome(mutant: Uint8Array): { refused: boolean; text: string } {
  const { tokens, diagnostics } = read(mutant);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return { refused: false, text: printed(mutant).join("\n") };
  expect(tokens).toEqual([]);
  expect(outcomes).toContain(errors[0]!.rule);
  return { refused: true, text: errors[0]!.rule };
}

describe("mutants", () => {
  it("reads 400 files with bytes changed as the original, or refuses them", () => {
    const random = generator(1);
    const expected = printed(bytes).join("\n");
    let refused = 0;
    for (let run = 0; run < 400; run++) {
      let mutant = bytes.slice();
      const kind = random(10);
      if (kind === 0) mutant = mutant.subarray(0, random(bytes.length));
      else if (kind === 1) {
        const from = random(bytes.length);
        mutant.copyWithin(from, from + 1 + random(40));
      } else for (let count = 1 + random(4); count > 0; count--) mutant[random(bytes.length)] = random(256);
      const result = outcome(mutant);
      if (result.refused) refused++;
      else expect(result.text).toBe(expected);
    }
    expect(refused).toBeGreaterThan(200);
  });

  it("gives a typed outcome for 160 packages with entries dropped, swapped, emptied or cut", () => {
    const random = generator(2);
    for (let run = 0; run < 160; run++) {
      const mutant: Record<string, string | Uint8Array> = { ...entries };
      const [one, other] = [names[random(names.length)]!, names[random(names.length)]!];
      const kind = random(5);
      if (kind === 0) delete mutant[one];
      else if (kind === 1) [mutant[one], mutant[other]] = [mutant[other]!, mutant[one]!];
      else if (kind === 2) mutant[one] = "";
      else if (kind === 3) mutant[one] = String(mutant[one]).slice(0, random(String(mutant[one]).length));
      else mutant[one] = Uint8Array.from({ length: random(200) }, () => random(256));
      outcome(zip(mutant));
    }
  });

  it("never throws on 240 parts with tags removed, doubled, swapped, renamed or their values changed", () => {
    const random = generator(3);
    const parts = names.filter((name) => name.startsWith("word/") && name.endsWith(".xml"));
    let accepted = 0;
    const values = ["-1", "2000000000", "", "x", "NaN", "1e9", "restart", "99999999999999999999"];
    for (let run = 0; run < 240; run++) {
      const name = parts[random(parts.length)]!;
      const pieces = String(entries[name]).split(/(<[^>]*>)/);
      for (let count = 1 + random(3); count > 0; count--) {
        const at = random(pieces.length);
        const other = random(pieces.length);
        const piece = pieces[at]!;
        const kind = random(6);
        if (kind === 0) pieces[at] = "";
        else if (kind === 1) pieces[at] = piece + piece;
        else if (kind === 2) [pieces[at], pieces[other]] = [pieces[other]!, piece];
        else if (kind === 3) pieces[at] = piece.replace(/w:\w+/, "w:tc");
        else if (kind === 4) pieces[at] = piece.replace(/"[^"]*"/, `"${values[random(values.length)]}"`);
        else {
          // An element with what is in it, as well-formed as before: doubled in another place.
          const element = /<w:(\w+)[ >].*?<\/w:\1>/.exec(pieces.slice(at).join(""))?.[0] ?? "";
          pieces[other] += element;
        }
      }
      if (!outcome(zip({ ...entries, [name]: pieces.join("") })).refused) accepted++;
    }
    expect(accepted).toBeGreaterThan(60);
  });
});
