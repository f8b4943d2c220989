import { packParts, relationships } from "../office-package.ts";

/** A sheet as its XML says it. */
export interface SheetParts {
  readonly name: string;
  readonly state?: "hidden" | "veryHidden";
  /** Before the rows: views, widths of columns. */
  readonly head?: string;
  /** `row` elements. */
  readonly rows: string;
  /** Behind the rows: merges, conditions, a drawing. */
  readonly tail?: string;
  /** Content of a drawing part over the sheet, related as rId1. */
  readonly drawing?: string;
  /** A VML drawing over the sheet, related as rId2. */
  readonly legacy?: string;
  /** A table part whole, related as rId3. */
  readonly table?: string;
  /** `comment` elements: notes on cells. */
  readonly notes?: string;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetParts[];
  /** Content of styles.xml; without it there is no such part. */
  readonly styles?: string;
  /** `si` elements. */
  readonly strings?: string;
  readonly theme?: string;
  /** `workbookPr` and the like, before the list of sheets, and what follows it. */
  readonly workbook?: readonly [before: string, behind: string];
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A workbook with the given parts. */
export function packXlsx({ sheets, styles, strings, theme, workbook = ["", ""] }: WorkbookParts): Uint8Array {
  const related = [
    ...sheets.map((_, index) => ["worksheet", `worksheets/sheet${index + 1}.xml`] as const),
    ...(styles === undefined ? [] : [["styles", "styles.xml"] as const]),
    ...(strings === undefined ? [] : [["sharedStrings", "sharedStrings.xml"] as const]),
    ...(theme === undefined ? [] : [["theme", "theme1.xml"] as const]),
  ];
  const list = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}"${state ? ` state="${state}"` : ""} r:id="rId${index + 1}"/>`,
  );
  // Readers other than ours find a part by its type alone (OPC 10.1.2.2).
  const types = [
    ["workbook.xml", "sheet.main"],
    ...sheets.map((_, index) => [`worksheets/sheet${index + 1}.xml`, "worksheet"] as const),
    ...(styles === undefined ? [] : [["styles.xml", "styles"] as const]),
    ...(strings === undefined ? [] : [["sharedStrings.xml", "sharedStrings"] as const]),
  ].map(([part, type]) => `<Override PartName="/xl/${part}" ContentType="${sheetType}.${type}+xml"/>`);
  const parts: Record<string, string> = {
    "[Content_Types].xml":
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
      `${types.join("")}</Types>`,
    "_rels/.rels": relationships([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}">${workbook[0]}<sheets>${list.join("")}</sheets>${workbook[1]}</workbook>`,
    "xl/_rels/workbook.xml.rels": relationships(related),
  };
  if (styles !== undefined) parts["xl/styles.xml"] = `<styleSheet xmlns="${main}">${styles}</styleSheet>`;
  if (strings !== undefined) parts["xl/sharedStrings.xml"] = `<sst xmlns="${main}">${strings}</sst>`;
  if (theme !== undefined) parts["xl/theme1.xml"] = theme;
  sheets.forEach(({ head = "", rows, tail = "", drawing, legacy, table, notes }, index) => {
    const name = `sheet${index + 1}.xml`;
    const over =
      (drawing === undefined ? "" : '<drawing r:id="rId1"/>') +
      (legacy === undefined ? "" : '<legacyDrawing r:id="rId2"/>') +
      (table === undefined ? "" : '<tableParts count="1"><tablePart r:id="rId3"/></tableParts>');
    parts[`xl/worksheets/${name}`] =
      `<worksheet xmlns="${main}" xmlns:r="${office}">${head}<sheetData>${rows}</sheetData>${tail}${over}</worksheet>`;
    if (over === "" && notes === undefined) return;
    parts[`xl/worksheets/_rels/${name}.rels`] = relationships([
      ["drawing", `../drawings/drawing${index + 1}.xml`],
      ["vmlDrawing", `../drawings/vmlDrawing${index + 1}.vml`],
      ["table", `../tables/table${index + 1}.xml`],
      ...(notes === undefined ? [] : [["comments", `../comments${index + 1}.xml`] as const]),
    ]);
    if (notes !== undefined)
      parts[`xl/comments${index + 1}.xml`] =
        `<comments xmlns="${main}"><authors><author/></authors><commentList>${notes}</commentList></comments>`;
    if (drawing !== undefined)
      parts[`xl/drawings/drawing${index + 1}.xml`] =
        `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${drawing}</xdr:wsDr>`;
    if (table !== undefined) parts[`xl/tables/table${index + 1}.xml`] = table;
    if (legacy !== undefined) parts[`xl/drawings/vmlDrawing${index + 1}.vml`] = legacy;
  });
  return packParts(parts);
}
