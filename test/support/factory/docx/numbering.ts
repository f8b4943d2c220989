/** Enumerators that Word writes itself: `一、`, `（一）`, `1.`; the paragraph's own text then begins after them. */
export interface Numberings {
  /** The text without its enumerator and the list it belongs to; null where the text has none. */
  readonly take: (
    context: "heading" | "row",
    text: string,
  ) => { readonly text: string; readonly list: number } | null;
  readonly xml: () => string;
}

interface List {
  readonly pattern: string;
  readonly format: string;
  readonly start: number;
  next: number;
}

const chinese = "一二三四五六七八九";
const shapes: readonly (readonly [
  shape: RegExp,
  values: string,
  level: (match: RegExpExecArray) => string,
])[] = [
  [/^([一二三四五六七八九])、/, chinese, () => "%1、"],
  [/^（([一二三四五六七八九])）/, chinese, () => "（%1）"],
  [/^([1-9])([.、．])/, "123456789", (match) => `%1${match[2]}`],
];

/** `chineseFormat` is the number format the writer uses for 一二三 (ST_NumberFormat, ISO 29500-1 17.18.59). */
export function numberings(chineseFormat: "chineseCountingThousand" | "chineseCounting"): Numberings {
  const lists: List[] = [];
  const current = new Map<string, number>();
  const take: Numberings["take"] = (context, text) => {
    for (const [shape, values, level] of shapes) {
      const match = shape.exec(text);
      if (!match) continue;
      const value = values.indexOf(match[1]!) + 1;
      const pattern = level(match);
      const format = values === chinese ? chineseFormat : "decimal";
      const key = `${context} ${format} ${pattern}`;
      const open = current.get(key);
      if (open === undefined || lists[open]!.next !== value) {
        current.set(
          key,
          lists.push({
            pattern,
            format,
            start: value,
            next: value,
          }) - 1,
        );
      }
      const list = current.get(key)!;
      lists[list]!.next += 1;
      return { text: text.slice(match[0].length), list: list + 1 };
    }
    return null;
  };
  const xml = (): string => {
    const abstracts = lists.map(
      ({ pattern, format, start }, index) =>
        `<w:abstractNum w:abstractNumId="${index}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="${start}"/>` +
        `<w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${pattern}"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>`,
    );
    const instances = lists.map(
      (_, index) => `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${index}"/></w:num>`,
    );
    return `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${abstracts.join("")}${instances.join("")}</w:numbering>`;
  };
  return { take, xml };
}
