import { zlibSync } from "fflate";
import { describe, expect, it } from "vitest";
import { mhtml } from "../../../src/adapters/mhtml/index.ts";
import type { Reading } from "../../../src/model/index.ts";
import { tinyTrueType } from "../../support/tiny-font.ts";
import type { TinyGlyph } from "../../support/tiny-font.ts";
import { woff2 } from "../../support/woff2.ts";
import { limits, lines, print } from "./print.ts";

/** A one, as a bar with a foot, and a seven, of straight lines. */
const one: TinyGlyph = [[240, 0, 340, 0, 340, 700, 240, 700]];
const seven: TinyGlyph = [[60, 700, 60, 620, 400, 620, 160, 0, 250, 0, 500, 640, 500, 700]];
/** Characters of the font's file; a smaller font is one for digits alone. */
const LARGE = 20_000;

function woff(font: Uint8Array): Uint8Array {
  const view = new DataView(font.buffer, font.byteOffset);
  const count = view.getUint16(4);
  const parts: Uint8Array[] = [];
  const head = new Uint8Array(44 + 20 * count);
  const out = new DataView(head.buffer);
  out.setUint32(0, 0x774f4646);
  out.setUint32(4, view.getUint32(0));
  out.setUint16(12, count);
  let at = head.length;
  for (let index = 0; index < count; index++) {
    const entry = 12 + 16 * index;
    const [from, length] = [view.getUint32(entry + 8), view.getUint32(entry + 12)];
    const plain = font.subarray(from, from + length);
    const packed = zlibSync(plain);
    const stored = packed.length < length ? packed : plain;
    for (const [part, value] of [view.getUint32(entry), at, stored.length, length].entries())
      out.setUint32(44 + 20 * index + 4 * part, value);
    parts.push(stored);
    at += stored.length;
  }
  return Uint8Array.from([head, ...parts].flatMap((part) => [...part]));
}

/** The value cell of a page whose whole text is set in a font that draws 1 and 7 with these glyphs. */
function read(
  glyphs: readonly TinyGlyph[],
  pack = (font: Uint8Array) => font,
  write: (base64: string) => string = String,
): string {
  const font = pack(
    tinyTrueType(
      glyphs,
      new Map([
        ["1", 1],
        ["7", 2],
      ]),
    ),
  );
  const data = write(btoa(String.fromCharCode(...font, ...new Uint8Array(LARGE))));
  const face = `@font-face{font-family:n;src:url("data:font/ttf;base64,${data}")}*{font-family:n}`;
  const page = `<!DOCTYPE html><style>${face}</style><table><tr><td>甲乙</td><td>17</td></tr></table>`;
  return /\|甲乙\|(.*)\|/.exec(print(page))![1]!;
}

describe("a font within the page that labels use too", () => {
  it("is read where it draws digits as they are", () => {
    expect(read([one, seven])).toBe("17");
    expect(read([one, seven], woff)).toBe("17");
    expect(read([one, seven], woff2)).toBe("17");
  });

  it("is doubted where it draws one as another, or as nothing", () => {
    const odd = "17!private-use-character";
    expect(read([seven, one])).toBe(odd);
    expect(read([seven, one], woff)).toBe(odd);
    expect(read([seven, one], woff2)).toBe(odd);
    expect(read([one, []])).toBe(odd);
  });

  it("is judged alike where its address is percent-encoded, and is none where it cannot be decoded", () => {
    const odd = "17!private-use-character";
    expect(read([seven, one], undefined, encodeURIComponent)).toBe(odd);
    expect(read([seven, one], undefined, (base64) => `!${base64}`)).toBe("17");
  });

  it("is judged alike as a part of an archive", () => {
    const archived = (glyphs: readonly TinyGlyph[]): string | undefined => {
      const characters = new Map([
        ["1", 1],
        ["7", 2],
      ]);
      const font = btoa(String.fromCharCode(...tinyTrueType(glyphs, characters), ...new Uint8Array(LARGE)));
      const part = (head: string, body: string) => `--X\r\nContent-${head}\r\n\r\n${body}\r\n`;
      const page = `<link rel=stylesheet href=s/a.css><table><tr><td>甲乙<td>17</table>`;
      const file =
        'Content-Type: multipart/related; boundary="X"\r\n\r\n' +
        part("Type: text/html; charset=utf-8\r\nContent-Location: http://a.cn/b.html", page) +
        part(
          "Type: text/css\r\nContent-Location: http://a.cn/s/a.css",
          "@font-face{font-family:n;src:url(../n.ttf)}td{font-family:n}",
        ) +
        part(
          "Type: font/ttf\r\nContent-Location: http://a.cn/n.ttf\r\nContent-Transfer-Encoding: base64",
          font,
        ) +
        "--X--";
      const bytes = new TextEncoder().encode(file);
      const { tokens } = mhtml.read({ name: "a.mht", bytes }, limits) as Reading;
      return lines(tokens).find((line) => line.startsWith("|"));
    };
    expect(archived([one, seven])).toBe("|甲乙|17|");
    expect(archived([seven, one])).toBe("|甲乙|17!private-use-character|");
  });

  it("says nothing where it is damaged", () => {
    expect(read([seven, one], (font) => font.subarray(0, 40))).toBe("17");
    expect(read([seven, one], (font) => woff(font).subarray(0, 60))).toBe("17");
  });
});
