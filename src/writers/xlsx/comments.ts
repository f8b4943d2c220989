import type { Feature } from "write-excel-file/universal";
import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
} from "write-excel-file/utility";

/** A note on a cell; `row` and `column` count from 0. */
export interface Comment {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/**
 * Cell comments as an extension of write-excel-file, which has none. `sheets` are the comments of each sheet, in order.
 * Each sheet gets two parts: the texts (ISO/IEC 29500-1, 18.7) and, because Excel shows no comment without one, a VML
 * drawing of the boxes (29500-4, 19.4).
 */
export function comments(sheets: readonly (readonly Comment[])[]): Feature<Blob> {
  const commented = sheets.flatMap((sheet, index) => (sheet.length > 0 ? [{ sheet, id: index + 1 }] : []));
  const has = ({ sheetIndex }: { readonly sheetIndex: number }): boolean =>
    (sheets[sheetIndex] ?? []).length > 0;
  const order = getOrderOfSiblings("xl/worksheets/sheet{id}.xml", "worksheet") ?? [];
  return {
    files: {
      transform: {
        "[Content_Types].xml": {
          insert: () =>
            commented.length === 0
              ? undefined
              : `<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>` +
                commented
                  .map(
                    ({ id }) =>
                      `<Override PartName="/xl/comments${id}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>`,
                  )
                  .join(""),
        },
        "xl/worksheets/sheet{id}.xml": {
          transform: (xml, _, sheet) =>
            has(sheet)
              ? insertElementMarkupAccordingToOrderOfSiblings(
                  xml,
                  `<legacyDrawing r:id="rId-comments-2"/>`,
                  order,
                  "worksheet",
                )
              : xml,
        },
        "xl/worksheets/_rels/sheet{id}.xml.rels": {
          insert: (_, sheet) =>
            has(sheet)
              ? relationship(1, "comments", `../comments${sheet.sheetId}.xml`) +
                relationship(2, "vmlDrawing", `../drawings/vmlDrawing${sheet.sheetId}.vml`)
              : undefined,
        },
      },
      write: {
        files: () =>
          Object.fromEntries(
            commented.flatMap(({ sheet, id }) => [
              [`xl/comments${id}.xml`, texts(sheet)],
              [`xl/drawings/vmlDrawing${id}.vml`, boxes(sheet)],
            ]),
          ),
      },
    },
  };
}

function relationship(number: number, type: string, target: string): string {
  return `<Relationship Id="rId-comments-${number}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
}

function texts(comments: readonly Comment[]): string {
  const list = comments.map(
    ({ row, column, text }) =>
      `<comment ref="${getCellAddress(row, column)}" authorId="0"><text><t xml:space="preserve">${escaped(text)}</t></text></comment>`,
  );
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
    `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>gongkai</author></authors><commentList>${list.join("")}</commentList></comments>`
  );
}

/** Hidden until the pointer rests on the cell; the anchor is a box of three columns to its right. */
function boxes(comments: readonly Comment[]): string {
  const shapes = comments.map(
    ({ row, column, text }, index) =>
      `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
      `<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/>` +
      `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>` +
      `<x:Anchor>${column + 1}, 15, ${row}, 2, ${column + 4}, 15, ${row + 3 + Math.min(6, Math.floor(text.length / 40))}, 4</x:Anchor>` +
      `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
  );
  return (
    `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">` +
    `<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>` +
    `${shapes.join("")}</xml>`
  );
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
