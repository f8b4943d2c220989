import { stream } from "../tiny.ts";
import { write } from "./cells.ts";
import type { OddCell, Spot, Trait } from "./cells.ts";
import { numberedFont, standardFont } from "./fonts.ts";

/** Digits in Helvetica, with lines of a `ToUnicode` map (PDF 32000-1, 9.10.3). */
function mapped(spot: Spot, lines: string, digits = spot.number, seen = digits): OddCell {
  const map = spot.page.add(
    stream(
      "",
      `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange ${lines} endcmap end end`,
    ),
  );
  const font = standardFont(spot.page, "Helvetica", `/ToUnicode ${map} 0 R`);
  return { content: write({ ...spot, font }, "", digits), seen };
}

const list = (last: string): string =>
  `1 beginbfrange <30> <39> [${Array.from({ length: 9 }, (_, digit) => `<003${digit}>`).join(" ")} <${last}>] endbfrange`;

/** Maps that lie of one character, and numbers that are struck, cut or set aslant by other text. */
export const MAPS: Readonly<Record<string, Trait>> = {
  "a list of a map": (s) => ({ ...mapped(s, list("0039")), ordinary: true }),
  "a list that lies of its nine": (s) => mapped(s, list("0038"), `${s.number}9`),
  "a map that lies of its space": (s) =>
    mapped(s, "1 beginbfchar <20> <0030> endbfchar", `${s.number} `, s.number),
  "a map that lies of its bar": (s) =>
    mapped(s, "1 beginbfchar <7C> <0031> endbfchar", `${s.number}|`, "doubt"),
  "a map of its digits to dashes": (s) =>
    mapped(s, "1 beginbfrange <30> <39> <2010> endbfrange", "2", "doubt"),
  "font by number that lies of its five": (s) => {
    const { program, glyphOf } = s.digits;
    const font = numberedFont(s.page, program, glyphOf, (digit) => (digit === 5 ? 6 : digit));
    return { content: write({ ...s, font }, "", `${s.number}5`), seen: `${s.number}5` };
  },
  "struck through by one dash": (s) => {
    const long = s.wide + 2;
    const y = s.y + 0.35 * s.size - 0.28 * long;
    return {
      content: write(s) + write({ ...s, font: s.label, x: s.x - 1, y, size: long }, "", "\\227"),
      seen: "doubt",
    };
  },
  "cut by the letters of another number": (s) => {
    const set = (how: string, digits: string) =>
      `BT ${how} ${s.font.name} ${s.size} Tf ${s.x} ${s.y} Td ${s.font.show(digits)} Tj ET `;
    return { content: `q ${set("7 Tr", s.other)}${set("0 Tr", s.number)}Q\n`, seen: "doubt" };
  },
  "a little aslant": (s) => ({
    content: write(s, "", s.number, [0.9986, 0.0523, -0.0523, 0.9986, s.x, s.y]),
    seen: s.number,
  }),
};
