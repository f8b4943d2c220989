import { strToU8, zipSync } from "fflate";
import { docx } from "../../../src/adapters/docx/index.ts";
import type { Limits, Reading, Token } from "../../../src/model/index.ts";

export const limits: Limits = {
  maximumBytes: 10_000_000,
  maximumInflatedBytes: 20_000_000,
  maximumPages: 100,
  maximumCells: 20_000,
  maximumDepth: 256,
};

const office = "http://schemas.openxmlformats.org";
const declarations = [
  `xmlns:w="${office}/wordprocessingml/2006/main"`,
  `xmlns:r="${office}/officeDocument/2006/relationships"`,
  `xmlns:m="${office}/officeDocument/2006/math"`,
  `xmlns:mc="${office}/markup-compatibility/2006"`,
  `xmlns:wp="${office}/drawingml/2006/wordprocessingDrawing"`,
  `xmlns:a="${office}/drawingml/2006/main"`,
  `xmlns:pic="${office}/drawingml/2006/picture"`,
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:w10="urn:schemas-microsoft-com:office:word"',
].join(" ");

/** Inner XML of each part; `parts` adds or replaces whole files. */
export interface Parts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly fontTable?: string;
  readonly title?: string;
  /** Further relationships of the document, type → target; the parts stand in `parts`. */
  readonly linked?: Readonly<Record<string, string>>;
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

const roots: Readonly<Record<string, string>> = { fontTable: "fonts" };
const wrapped = (part: string, inner: string, root = roots[part] ?? part): string =>
  `<?xml version="1.0"?><w:${root} ${declarations}>${inner}</w:${root}>`;

export function files({
  body,
  title,
  parts,
  linked = {},
  ...optional
}: Parts): Record<string, string | Uint8Array> {
  const related = Object.entries(optional).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const types = related.map(([name]) => override(`word/${name}.xml`, `wordprocessingml.${name}`)).join("");
  const links = [...related.map(([name]) => [name, `${name}.xml`] as const), ...Object.entries(linked)]
    .map(([name, target]) => relationship(name, target))
    .join("");
  return {
    "[Content_Types].xml": `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("word/document.xml", "wordprocessingml.document.main")}${types}</Types>`,
    "_rels/.rels": relationships(
      relationship("officeDocument", "word/document.xml") +
        (title === undefined ? "" : relationship("metadata/core-properties", "docProps/core.xml")),
    ),
    "word/document.xml": wrapped("document", `<w:body>${body}</w:body>`),
    "word/_rels/document.xml.rels": relationships(links),
    ...Object.fromEntries(related.map(([name, inner]) => [`word/${name}.xml`, wrapped(name, inner)])),
    ...(title === undefined
      ? {}
      : {
          "docProps/core.xml": `<cp:coreProperties xmlns:cp="${office}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></cp:coreProperties>`,
        }),
    ...parts,
  };
}

export function override(part: string, type: string): string {
  return `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`;
}

export function relationship(type: string, target: string): string {
  return `<Relationship Id="${type}" Type="${office}/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
}

export function relationships(inner: string): string {
  return `<Relationships xmlns="${office}/package/2006/relationships">${inner}</Relationships>`;
}

export function zip(entries: Readonly<Record<string, string | Uint8Array>>, level: 0 | 6 = 6): Uint8Array {
  const bytes = Object.entries(entries).map(([name, data]) => [
    name,
    typeof data === "string" ? strToU8(data) : data,
  ]);
  return zipSync(Object.fromEntries(bytes) as Record<string, Uint8Array>, {
    level,
    mtime: "2024-01-01T00:00:00",
  });
}

export const build = (parts: Parts): Uint8Array => zip(files(parts));

export function read(parts: Parts | Uint8Array, within: Limits = limits): Reading {
  const bytes = parts instanceof Uint8Array ? parts : build(parts);
  return docx.read({ name: "report.docx", bytes }, within) as Reading;
}

/** Tokens and diagnostics as short lines: `- line`, `# heading`, `1,2 2x1: text` (row, column, height x width). */
export function printed(parts: Parts | Uint8Array, within: Limits = limits): string[] {
  const { tokens, diagnostics } = read(parts, within);
  return [
    ...tokens.flatMap(print),
    // How large a thing was is left out: it changes with every change of the test's XML.
    ...diagnostics.map(({ rule, args = {} }) => {
      const shown = Object.entries(args).filter(([name]) => name !== "size");
      return ["!", rule, ...shown.map(([, value]) => value)].join(" ");
    }),
  ];
}

function print(token: Token): string[] {
  if (token.kind === "line") return [`${"#".repeat(token.heading ?? 0) || "-"} ${token.text}`.trim()];
  if (token.kind === "table-start") return [`table ${token.at.table}`];
  if (token.kind === "table-end") return ["end"];
  if (token.kind === "row") return [];
  const span = token.rowSpan * token.colSpan === 1 ? "" : ` ${token.rowSpan}x${token.colSpan}`;
  const doubt = token.doubt?.kind === "unreadable" ? ` ?${token.doubt.reason}` : "";
  return [`${token.at.row},${token.column}${span}: ${token.text}${doubt}`.trim()];
}

// Short words for the XML of tests.
export const t = (text: string): string => `<w:t xml:space="preserve">${text}</w:t>`;
export const r = (inner: string, properties = ""): string =>
  `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}${inner}</w:r>`;
export const p = (text: string, properties = ""): string => px(text === "" ? "" : r(t(text)), properties);
/** Paragraph of inner XML. */
export const px = (inner: string, properties = ""): string =>
  `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`;
export const tc = (text: string, properties = ""): string => tcx(p(text), properties);
export const tcx = (inner: string, properties = ""): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
export const tr = (...cells: readonly string[]): string => `<w:tr>${cells.join("")}</w:tr>`;
export const tbl = (...rows: readonly string[]): string => `<w:tbl><w:tblPr/>${rows.join("")}</w:tbl>`;
/** One row, one cell holding a paragraph of inner XML. */
export const cell = (inner: string): string => tbl(tr(tcx(px(inner)), tc("x")));
