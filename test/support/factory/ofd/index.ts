import { zipSync } from "fflate";
import type { FormBlock } from "../blocks.ts";
import { advanceOf, layPages, sheet, widthOf } from "./layout.ts";
import type { LaidLine, LaidPage, LaidWords } from "./layout.ts";

/** How programs that write OFD differ; each way was found in files or is allowed by the standard. */
export type OfdDialect = "runs" | "characters" | "scaled" | "blocks" | "shapes" | "unseen";

interface Dialect {
  /** Prefix of the elements' names: `ofd:`, another, or none. */
  readonly prefix: string;
  readonly location: (path: string) => string;
  readonly words: (words: LaidWords) => string;
  readonly ruling: (page: LaidPage) => string;
  /** Lines stand in a template page. */
  readonly templates?: true;
  /** Objects drawn in addition to those that are seen. */
  readonly also?: string;
}

const n = (value: number): string => String(Math.round(value * 10_000) / 10_000);
const box = (x: number, y: number, wide: number, high: number): string =>
  `Boundary="${[x, y, wide, high].map(n).join(" ")}"`;

/** A line's text in one object; `deltas` writes the distances between its characters. */
function wordsObject(
  { text, x, y, size, bold }: LaidWords,
  deltas: (values: readonly number[]) => string,
  inner = "",
): string {
  const advances = [...text].map((character) => advanceOf(character) * size);
  const weight = bold ? ' Weight="700"' : "";
  const between = advances.length > 1 ? ` DeltaX="${deltas(advances.slice(0, -1))}"` : "";
  return `<TextObject ${box(x, y - size, widthOf(text, size), 1.3 * size)} Font="3" Size="${n(size)}"${weight}>${inner}<TextCode X="0" Y="${n(size)}"${between}>${escaped(text)}</TextCode></TextObject>`;
}

const plainDeltas = (values: readonly number[]): string => values.map(n).join(" ");

/** `g` runs for what repeats (GB/T 33190 11.3). */
function runDeltas(values: readonly number[]): string {
  const runs: { value: string; count: number }[] = [];
  for (const value of values.map(n)) {
    const last = runs.at(-1);
    if (last?.value === value) last.count++;
    else runs.push({ value, count: 1 });
  }
  return runs
    .map(({ value, count }) => (count > 2 ? `g ${count} ${value}` : Array(count).fill(value).join(" ")))
    .join(" ");
}

function lineObject([x0, y0, x1, y1]: LaidLine, more = 'DrawParam="7"'): string {
  return `<PathObject ${box(x0, y0, Math.max(0.5, x1 - x0), Math.max(0.5, y1 - y0))} ${more}><AbbreviatedData>M 0 0 L ${n(x1 - x0)} ${n(y1 - y0)}</AbbreviatedData></PathObject>`;
}

/** A line as a filled bar, in tenths of a millimetre. */
function barObject([x0, y0, x1, y1]: LaidLine): string {
  const [wide, high] = [Math.max(0.25, x1 - x0), Math.max(0.25, y1 - y0)];
  const [w, h] = [n(10 * wide), n(10 * high)];
  return `<PathObject ${box(x0, y0, wide, high)} Stroke="false" Fill="true" CTM="0.1 0 0 0.1 0 0"><AbbreviatedData>M 0 0 L ${w} 0 L ${w} ${h} L 0 ${h} C</AbbreviatedData></PathObject>`;
}

const lines = ({ lines: all }: LaidPage): readonly LaidLine[] => [
  ...new Map(all.map((line) => [line.map(n).join(), line])).values(),
];

const shapes = (text: string): string =>
  `<CGTransform CodePosition="0" CodeCount="${text.length}" GlyphCount="${text.length}"><Glyphs>${[...text].map((character) => character.charCodeAt(0) % 997).join(" ")}</Glyphs></CGTransform>`;

/** Numbers that nobody sees: invisible, transparent, white, unfilled, off the sheet, under a white area. */
const unseen = ((): string => {
  const at = (attributes: string, inner = "", x = 150): string =>
    `<TextObject ${box(x, 120, 20, 5)} Font="3" Size="3" ${attributes}>${inner}<TextCode X="0" Y="3" DeltaX="1.5 1.5">987</TextCode></TextObject>`;
  const white = '<FillColor Value="255 255 255"/>';
  return [
    at('Visible="false"'),
    at('Alpha="0"'),
    at("", white),
    at('Fill="false"'),
    at("", "", 260),
    `<PageBlock>${at('Visible="false"')}</PageBlock>`,
  ].join("");
})();

const dialects: Readonly<Record<OfdDialect, Dialect>> = {
  runs: {
    prefix: "ofd:",
    location: (path) => path,
    words: (words) => wordsObject(words, runDeltas),
    ruling: (page) =>
      lines(page)
        .map((line) => lineObject(line))
        .join(""),
  },
  characters: {
    prefix: "",
    location: (path) => path,
    words: ({ text, x, ...rest }) => {
      let at = x;
      return [...text]
        .map((character) => {
          const object =
            character.trim() === "" ? "" : wordsObject({ ...rest, text: character, x: at }, plainDeltas);
          at += advanceOf(character) * rest.size;
          return object;
        })
        .join("");
    },
    ruling: (page) =>
      lines(page)
        .map((line) => lineObject(line))
        .join(""),
    templates: true,
  },
  scaled: {
    prefix: "ofd:",
    location: (path) => `/Doc_0/${path}`,
    words: (words) => wordsObject(words, plainDeltas),
    ruling: (page) => lines(page).map(barObject).join(""),
  },
  blocks: {
    prefix: "o:",
    location: (path) => path.replaceAll("/", "\\").toUpperCase(),
    words: (words) => `<PageBlock>${wordsObject(words, runDeltas)}</PageBlock>`,
    ruling: (page) =>
      `<CompositeObject ${box(0, 0, sheet.width, sheet.height)} ResourceID="20"/><PageBlock><PageBlock>${lines(
        page,
      )
        .map((line) => lineObject(line, 'LineWidth="0.2" Visible="true"'))
        .join("")}</PageBlock></PageBlock>`,
  },
  shapes: {
    prefix: "ofd:",
    location: (path) => `./${path}`,
    words: (words) => wordsObject(words, plainDeltas, shapes(words.text)),
    ruling: ({ cells }) =>
      cells
        .map(([left, top, right, bottom]) => {
          const [w, h] = [n(right - left), n(bottom - top)];
          return `<PathObject ${box(left, top, right - left, bottom - top)} LineWidth="0.2"><AbbreviatedData>M 0 0 L ${w} 0 ${w} ${h} 0 ${h} C</AbbreviatedData></PathObject>`;
        })
        .join(""),
  },
  unseen: {
    prefix: "ofd:",
    location: (path) => path,
    words: (words) => wordsObject(words, runDeltas),
    ruling: (page) =>
      lines(page)
        .map((line) => lineObject(line))
        .join(""),
    also: unseen,
  },
};

/** A report as OFD (GB/T 33190), the same bytes on each run. */
export function renderOfd(blocks: readonly FormBlock[], name: OfdDialect = "runs"): Uint8Array {
  const dialect = dialects[name];
  const pages = layPages(blocks);
  const paths = pages.map((_, index) => `Pages/Page_${index}/Content.xml`);
  const templates = pages.map((_, index) => `Tpls/Tpl_${index}/Content.xml`);
  const parts: Record<string, string> = {
    "OFD.xml":
      '<OFD Version="1.0" DocType="OFD"><DocBody><DocInfo><DocID>0123456789abcdef0123456789abcdef</DocID></DocInfo><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>',
    "Doc_0/Document.xml": `<Document><CommonData><MaxUnitID>99999</MaxUnitID><PageArea><PhysicalBox>0 0 ${sheet.width} ${sheet.height}</PhysicalBox></PageArea><PublicRes>${dialect.location("PublicRes.xml")}</PublicRes>${dialect.templates ? templates.map((path, index) => `<TemplatePage ID="${index + 50}" BaseLoc="${path}"/>`).join("") : ""}</CommonData><Pages>${paths.map((path, index) => `<Page ID="${index + 1}" BaseLoc="${dialect.location(path)}"/>`).join("")}</Pages></Document>`,
    "Doc_0/PublicRes.xml":
      '<Res BaseLoc="Res"><Fonts><Font ID="3" FontName="宋体" FamilyName="宋体"/></Fonts><DrawParams><DrawParam ID="6" LineWidth="0.2"><StrokeColor Value="0 0 0"/></DrawParam><DrawParam ID="7" Relative="6"/></DrawParams><CompositeGraphicUnits><CompositeGraphicUnit ID="20" Width="210" Height="297"><Content/></CompositeGraphicUnit></CompositeGraphicUnits></Res>',
  };
  pages.forEach((page, index) => {
    const template = dialect.templates ? `<Template TemplateID="${index + 50}" ZOrder="Background"/>` : "";
    const ruling = dialect.ruling(page);
    if (dialect.templates)
      parts[`Doc_0/${templates[index]!}`] = `<Page><Content><Layer ID="1">${ruling}</Layer></Content></Page>`;
    const content =
      (dialect.templates ? "" : ruling) + page.words.map(dialect.words).join("") + (dialect.also ?? "");
    parts[`Doc_0/${paths[index]!}`] =
      `<Page>${template}<Content><Layer ID="2">${content}</Layer></Content></Page>`;
  });
  const files = Object.entries(parts).map(
    ([path, xml]) => [path, new TextEncoder().encode(named(xml, dialect.prefix))] as const,
  );
  // zip dates are local time without a zone: the parts, not an instant, keep the bytes the same everywhere.
  return zipSync(Object.fromEntries(files), { level: 6, mtime: new Date(2020, 0, 2) });
}

/** The elements' names with their prefix, and its declaration. */
function named(xml: string, prefix: string): string {
  const declared =
    prefix === ""
      ? 'xmlns="http://www.ofdspec.org/2016"'
      : `xmlns:${prefix.slice(0, -1)}="http://www.ofdspec.org/2016"`;
  const all = xml.replace(/<(\/?)([A-Z])/g, `<$1${prefix}$2`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${all.replace(/^<[^\s>/]+/, (tag) => `${tag} ${declared}`)}`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
