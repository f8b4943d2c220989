import { describe, expect, it } from "vitest";
import { files, limits, p, printed, read, tbl, tc, tr, zip } from "./build.ts";
import type { Parts } from "./build.ts";

/** Inputs on which a reader that looks back at every step would not end within the test's time. */
const many = 60_000;
const roomy = { ...limits, maximumCells: 10 * many };
/** Stored, not deflated: so much alike would be refused for its ratio. */
const stored = (parts: Parts): Uint8Array => zip(files(parts), 0);
const lines = (body: string): number => read(stored({ body }), roomy).tokens.length;

describe("time grows with the size of the file, no faster", () => {
  it("on white space inside text", () => {
    expect(lines(`<w:p><w:r><w:t>1${" ".repeat(1_000_000)}2</w:t></w:r></w:p>`)).toBe(1);
  });

  it("on text in every covered cell of one merge", () => {
    const start = tr(tc("a", '<w:vMerge w:val="restart"/>'));
    const [first, ...rest] = printed(
      stored({ body: tbl(start, tr(tc("b", "<w:vMerge/>")).repeat(many)) }),
      roomy,
    );
    expect([first, rest[0]!.length, rest.at(-1)]).toEqual([
      "table 1",
      `1,1 ${many + 1}x1: a`.length + 2 * many,
      "! merged-cell-text",
    ]);
  });

  it("on fields that never end, and paragraphs whose mark is gone", () => {
    expect(
      lines(p("x") + '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:t>1</w:t></w:r></w:p>'.repeat(many)),
    ).toBe(many + 1);
    expect(lines(p("1", "<w:rPr><w:del/></w:rPr>").repeat(many) + p("2"))).toBe(1);
  });

  it("on namespaces declared again and again, and on labels", () => {
    const declared = Array.from({ length: 2000 }, (_, index) => `xmlns:n${index}="urn:${index}"`).join(" ");
    expect(
      lines(
        `<w:sdt ${declared}>${'<w:p xmlns:z="urn:z"><w:r><w:t>1</w:t></w:r></w:p>'.repeat(many)}</w:sdt>`,
      ),
    ).toBe(many);
    const level = `<w:lvl w:ilvl="0"><w:start w:val="30000"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="${"%1".repeat(5000)}"/></w:lvl>`;
    const numbering = `<w:abstractNum w:abstractNumId="0">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    const numbered = p("", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>').repeat(2000);
    const tokens = read(stored({ body: numbered, numbering }), roomy).tokens;
    expect(tokens.every((token) => token.kind === "line" && token.text.length === 100)).toBe(true);
  });
});
