import type { Feature } from "write-excel-file/universal";
import {
  sanitizeTextContent,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
} from "write-excel-file/utility";

/** How one sheet is printed. */
export interface Printing {
  readonly name: string;
  /** Width of all columns together, in characters of the default font. */
  readonly width: number;
  /** Rows to repeat at the head of every page, counted from 1; null where none heads the whole sheet. */
  readonly repeated: readonly [first: number, last: number] | null;
}

/**
 * Page setup as an extension of write-excel-file, which knows only `landscape`: A4, as wide as the page and as long as
 * needed, landscape where the sheet is wide, with the sheet's name above and the page number below (ISO/IEC 29500-1,
 * 18.3.1.46, 18.3.1.62–65, 18.3.1.82; 18.2.5 and 18.2.6 for what is repeated).
 */
export function printing(sheets: readonly Printing[]): Feature<Blob> {
  return {
    files: {
      transform: {
        "xl/workbook.xml": {
          transform: (xml) => inserted(xml, titles(sheets), "xl/workbook.xml", "workbook"),
        },
        "xl/worksheets/sheet{id}.xml": {
          transform: (xml, _, { sheetIndex }) => {
            const sheet = sheets[sheetIndex]!;
            return [
              `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
              `<printOptions horizontalCentered="1"/>`,
              `<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>`,
              `<pageSetup paperSize="${A4}" fitToWidth="1" fitToHeight="0" orientation="${orientation(sheet)}"/>`,
              `<headerFooter><oddHeader>${headed(sheet.name)}</oddHeader><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>`,
            ].reduce((now, markup) => inserted(now, markup, "xl/worksheets/sheet{id}.xml", "worksheet"), xml);
          },
        },
      },
    },
  };
}

const A4 = 9;

/** Characters of 11 points that an upright page holds at full size; a wider sheet would be printed smaller. */
const UPRIGHT_WIDTH = 95;

function orientation({ width }: Printing): "portrait" | "landscape" {
  return width > UPRIGHT_WIDTH ? "landscape" : "portrait";
}

/** `&` begins a code of the header, `&&` is one that is printed. */
function headed(name: string): string {
  return sanitizeTextContent(`&C${name.replaceAll("&", "&&")}`);
}

/** In a formula a name stands in quotes, and a quote inside it is doubled (18.17). */
function titles(sheets: readonly Printing[]): string {
  const names = sheets.flatMap(({ name, repeated }, index) => {
    if (repeated === null) return [];
    const rows = `'${name.replaceAll("'", "''")}'!$${repeated[0]}:$${repeated[1]}`;
    return [
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${sanitizeTextContent(rows)}</definedName>`,
    ];
  });
  return names.length > 0 ? `<definedNames>${names.join("")}</definedNames>` : "";
}

function inserted(
  xml: string,
  markup: string,
  file: Parameters<typeof getOrderOfSiblings>[0],
  parent: string,
) {
  if (markup === "") return xml;
  return insertElementMarkupAccordingToOrderOfSiblings(
    xml,
    markup,
    getOrderOfSiblings(file, parent) ?? [],
    parent,
  );
}
