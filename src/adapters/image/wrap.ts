import type { Box } from "../../model/index.ts";
import { joinedBytes } from "../joined-bytes.ts";
import type { Picture, Strip } from "./picture.ts";

/** A page of pictures; all lengths are points, boxes lie from the top left corner. */
export interface PictureSheet {
  readonly width: number;
  readonly height: number;
  readonly pictures: readonly { readonly picture: Picture; readonly box: Box }[];
}

/** The pictures as a PDF, so that one reader and one set of limits serve both. */
export function wrappedPicture(sheets: readonly PictureSheet[]): Uint8Array {
  const text = new TextEncoder();
  const objects: Uint8Array[] = [];
  const add = (...parts: readonly (string | Uint8Array)[]): number =>
    objects.push(joinedBytes(parts.map((part) => (typeof part === "string" ? text.encode(part) : part))));
  // Pages follow the two objects that list them: each its content, its pictures, then itself.
  const drawn = sheets.map(({ pictures, ...size }) => ({ ...size, strips: pictures.flatMap(stripsOf) }));
  const own = drawn.map(({ strips }) => 2 + strips.length);
  const pages = own.map((_, at) => 2 + own.slice(0, at + 1).reduce((sum, count) => sum + count, 0));
  add("<< /Type /Catalog /Pages 2 0 R >>");
  add(`<< /Type /Pages /Kids [${pages.map((page) => `${page} 0 R`).join(" ")}] /Count ${pages.length} >>`);
  for (const { width, height, strips } of drawn) {
    const draw = strips
      .map(({ box: [left, top, right, bottom] }, at) => {
        const matrix = [right - left, 0, 0, bottom - top, left, height - bottom];
        return `q ${matrix.map((one) => one.toFixed(4)).join(" ")} cm /I${at} Do Q`;
      })
      .join("\n");
    const content = add(`<< /Length ${draw.length} >> stream\n${draw}\nendstream`);
    const names = strips.map(({ columns, height: rows, dictionary, data }, at) => {
      const head = `<< /Type /XObject /Subtype /Image /Width ${columns} /Height ${rows} ${dictionary} /Length ${data.length} >> stream\n`;
      return `/I${at} ${add(head, data, "\nendstream")} 0 R`;
    });
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width.toFixed(2)} ${height.toFixed(2)}] /Contents ${content} 0 R /Resources << /XObject << ${names.join(" ")} >> >> >>`,
    );
  }
  return written(objects);
}

/**
 * Strips end this share of a pixel before they meet. An engine fills every pixel that a picture touches, so a strip that
 * rounding makes a little too high would be stretched over the first pixels of the next.
 */
const JOINT = 0.02;

/** The strips of a picture, each in its place. */
function stripsOf({
  picture: { width, height, strips },
  box: [left, top, right, bottom],
}: PictureSheet["pictures"][number]): readonly (Strip & { readonly columns: number; readonly box: Box })[] {
  const scale = (bottom - top) / height;
  const inset = strips.length > 1 ? JOINT : 0;
  let row = 0;
  return strips.map((strip) => {
    const from = top + (row + inset) * scale;
    row += strip.height;
    const to = top + (row - inset) * scale;
    return { ...strip, columns: width, box: [left, from, right, to] as const };
  });
}

/** Objects, numbered from 1, as a file with its cross-reference table (PDF 32000-1, 7.5). */
function written(objects: readonly Uint8Array[]): Uint8Array {
  const text = new TextEncoder();
  const parts: Uint8Array[] = [text.encode("%PDF-1.7\n")];
  const starts: number[] = [];
  let at = parts[0]!.length;
  for (const [index, body] of objects.entries()) {
    starts.push(at);
    for (const part of [text.encode(`${index + 1} 0 obj `), body, text.encode(" endobj\n")]) {
      parts.push(part);
      at += part.length;
    }
  }
  const entries = starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  parts.push(
    text.encode(
      `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return joinedBytes(parts);
}
