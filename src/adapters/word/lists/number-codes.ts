/** Number formats as .doc (nfc, MS-OSHARED 2.2.1.3) and RTF (\levelnfc) number them; those left out print as decimal. */
const names: Readonly<Record<number, string>> = {
  1: "upperRoman",
  2: "lowerRoman",
  3: "upperLetter",
  4: "lowerLetter",
  5: "ordinal",
  10: "ideographDigital",
  11: "japaneseCounting",
  14: "decimalFullWidth",
  15: "decimalHalfWidth",
  17: "japaneseDigitalTenThousand",
  18: "decimalEnclosedCircle",
  19: "decimalFullWidth2",
  22: "decimalZero",
  23: "bullet",
  26: "decimalEnclosedFullstop",
  27: "decimalEnclosedParen",
  28: "decimalEnclosedCircleChinese",
  29: "ideographEnclosedCircle",
  30: "ideographTraditional",
  31: "ideographZodiac",
  33: "taiwaneseCounting",
  34: "ideographLegalTraditional",
  35: "taiwaneseCountingThousand",
  36: "taiwaneseDigital",
  37: "chineseCounting",
  38: "chineseLegalSimplified",
  39: "chineseCountingThousand",
  57: "numberInDash",
  255: "none",
};

/** What stands between a number and its text, by code (ixchFollow, \levelfollow). */
const suffixes = ["tab", "space", "nothing"];

export function numberFormat(code: number): string {
  return names[code] ?? "decimal";
}

export function numberSuffix(code: number): string {
  return suffixes[code] ?? "tab";
}

/** The label pattern, such as `%1、`. Both formats store the numbers of levels in it as characters 0 to 8. */
export function labelPattern(stored: string): string {
  return [...stored]
    .map((character) => {
      const code = character.charCodeAt(0);
      return code < 9 ? `%${code + 1}` : character;
    })
    .join("");
}
