import type { FormBlock, TableBlock } from "../blocks.ts";
import { placeCells } from "../blocks.ts";
import type { PlacedCell } from "../blocks.ts";
import { numberings } from "./numbering.ts";
import type { Numberings } from "./numbering.ts";
import { packDocx } from "./package.ts";
import { paragraph, runs } from "./runs.ts";
import type { RunOptions } from "./runs.ts";

export interface DocxOptions extends RunOptions {
  /** Enumerators of headings, of table rows or of both come from numbering.xml and are absent from the text. */
  readonly numbering?: "none" | "headings" | "rows" | "all";
  /** Structured document tags around runs, paragraphs, cells and rows. */
  readonly contentControls?: boolean;
  readonly landscape?: boolean;
  /** A line under the title and a seal behind the last line float in front of the text, over no table. */
  readonly floats?: boolean;
  readonly borders?: boolean;
  readonly fontFamily?: string;
  /** Text size in points. */
  readonly fontSize?: number;
}

/** A Word document with true `gridSpan` and `vMerge`. `splitLongTable` gives blocks whose tables are in two parts. */
export function renderDocx(blocks: readonly FormBlock[], options: DocxOptions = {}): Uint8Array {
  const { writer = "word", numbering = "none", landscape = false, floats = false } = options;
  const lists = numberings(writer === "word" ? "chineseCountingThousand" : "chineseCounting");
  const body = blocks.map((block, at) => {
    if (block.kind === "table") return tableXml(block, options, lists);
    const style = block.kind === "paragraph" ? null : block.level === 0 ? "10" : String(block.level + 1);
    const taken =
      block.kind === "heading" && block.level > 0 && (numbering === "headings" || numbering === "all")
        ? lists.take("heading", block.text)
        : null;
    const properties =
      (style ? `<w:pStyle w:val="${style}"/>` : "") +
      (taken ? listXml(taken.list) : "") +
      (block.kind === "paragraph"
        ? block.align
          ? `<w:jc w:val="${block.align}"/>`
          : '<w:ind w:firstLineChars="200" w:firstLine="480"/>'
        : "");
    const line = floats && at === 0 ? floating(12, 0) : "";
    const seal = floats && at === blocks.length - 1 ? floating(0, 110) : "";
    return paragraph(
      properties,
      runs(taken?.text ?? block.text, { ...options, trackedChanges: false }) + line + seal,
    );
  });
  const size = landscape ? 'w:w="16838" w:h="11906" w:orient="landscape"' : 'w:w="11906" w:h="16838"';
  const document =
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    `<w:body>${body.join("")}<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz ${size}/>` +
    '<w:pgMar w:top="1440" w:right="1080" w:bottom="1440" w:left="1080" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr></w:body></w:document>';
  const { fontFamily = "仿宋", fontSize = 10.5 } = options;
  return packDocx({
    document,
    numbering: lists.xml(),
    producer: writer === "word" ? "Microsoft Office Word" : "WPS Office",
    fontFamily,
    fontSize,
  });
}

/** A shape in front of the text, so many points below the top of its paragraph. */
function floating(top: number, height: number): string {
  const office = "http://schemas.openxmlformats.org/drawingml/2006";
  const shape = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";
  return (
    `<w:r><w:drawing><wp:anchor xmlns:wp="${office}/wordprocessingDrawing" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1" simplePos="0" relativeHeight="2" distT="0" distB="0" distL="0" distR="0">` +
    '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>' +
    `<wp:positionV relativeFrom="paragraph"><wp:posOffset>${top * 12_700}</wp:posOffset></wp:positionV>` +
    `<wp:extent cx="1270000" cy="${height * 12_700}"/><wp:wrapNone/><wp:docPr id="9" name="s"/>` +
    `<a:graphic xmlns:a="${office}/main"><a:graphicData uri="${shape}"><wps:wsp xmlns:wps="${shape}"><wps:cNvSpPr/><wps:spPr><a:prstGeom prst="ellipse"/><a:noFill/><a:ln w="25400"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`
  );
}

function listXml(list: number): string {
  return `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`;
}

function tableXml(table: TableBlock, options: DocxOptions, lists: Numberings): string {
  const { borders = true, landscape = false, contentControls = false } = options;
  const widths = columnWidths(table, landscape ? 14_600 : 9_700);
  const line = borders
    ? 'w:val="single" w:sz="8" w:space="0" w:color="auto"'
    : 'w:val="none" w:sz="0" w:space="0" w:color="auto"';
  const edges = ["top", "left", "bottom", "right", "insideH", "insideV"]
    .map((edge) => `<w:${edge} ${line}/>`)
    .join("");
  const rows = placeCells(table).map((row, at) => {
    const cells = row
      .filter((cell, column) => cell.column === column)
      .map((cell) => cellXml(cell, at, widths, options, lists));
    const xml = `<w:tr><w:trPr>${at < table.headerRows && table.rows.length > 20 ? "<w:tblHeader/>" : ""}<w:jc w:val="center"/></w:trPr>${cells.join("")}</w:tr>`;
    return contentControls && row[0]!.role === "caption" ? control(xml) : xml;
  });
  return (
    `<w:tbl><w:tblPr><w:tblStyle w:val="11"/><w:tblW w:w="${sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${edges}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>${rows.join("")}</w:tbl>${paragraph("", "")}`
  );
}

function cellXml(
  cell: PlacedCell,
  at: number,
  widths: readonly number[],
  options: DocxOptions,
  lists: Numberings,
): string {
  const { numbering = "none", contentControls = false, writer = "word" } = options;
  const begins = cell.row === at;
  const numbered =
    begins &&
    (numbering === "rows" || numbering === "all") &&
    (cell.role === "label" || cell.role === "group");
  const taken = numbered ? lists.take("row", cell.text) : null;
  const text = begins ? (taken?.text ?? cell.text) : "";
  const properties =
    (taken ? listXml(taken.list) : "") + `<w:jc w:val="${cell.role === "label" ? "left" : "center"}"/>`;
  // Word breaks a line inside the paragraph, WPS begins another one.
  const pieces = writer === "word" ? [text] : text.split("\n");
  const content = pieces.map((piece, index) => {
    const inner = runs(piece, { ...options, ...(cell.role !== "value" && { trackedChanges: false }) });
    const xml = paragraph(
      index === 0 ? properties : properties.replace(/<w:numPr>.*<\/w:numPr>/, ""),
      contentControls && cell.role === "value" && inner ? control(inner) : inner,
    );
    return contentControls && cell.role === "label" ? control(xml) : xml;
  });
  const merged = cell.rowSpan === 1 ? "" : begins ? '<w:vMerge w:val="restart"/>' : "<w:vMerge/>";
  const width = sum(widths.slice(cell.column, cell.column + cell.colSpan));
  const xml = `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${cell.colSpan > 1 ? `<w:gridSpan w:val="${cell.colSpan}"/>` : ""}${merged}<w:vAlign w:val="center"/></w:tcPr>${content.join("")}</w:tc>`;
  return contentControls && cell.role === "header" && cell.rowSpan === 1 ? control(xml) : xml;
}

function control(content: string): string {
  return `<w:sdt><w:sdtPr><w:lock w:val="sdtLocked"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
}

/** Label columns wide, value columns alike. */
function columnWidths({ id, width, widths }: TableBlock, page: number): number[] {
  const labels =
    widths ?? (id === "applications" ? [0.08, 0.1, 0.28] : id === "reviewAndLitigation" ? [] : [0.4]);
  const rest = (1 - sum(labels)) / (width - labels.length);
  return Array.from({ length: width }, (_, column) => Math.floor(page * (labels[column] ?? rest)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
