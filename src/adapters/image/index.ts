import { finding } from "../../findings/finding.ts";
import type { Adapter, Reading } from "../../model/index.ts";
import { pdf } from "../pdf/index.ts";
import { imageFormat, pictureFormat } from "./format.ts";
import type { PictureFormat } from "./format.ts";
import { readJp2 } from "./jp2.ts";
import { readJpeg } from "./jpeg.ts";
import type { Picture, PictureProblem } from "./picture.ts";
import { readPng } from "./png.ts";
import { readTiff } from "./tiff.ts";
import { wrapped } from "./wrap.ts";

const readers: Readonly<Record<PictureFormat, (bytes: Uint8Array) => Picture | PictureProblem>> = {
  jpeg: readJpeg,
  png: readPng,
  jp2: readJp2,
  tiff: readTiff,
};

/** Scanned pages as pictures: wrapped in a PDF of one page, whose reader and limits they share. */
export const image: Adapter = {
  ...imageFormat,
  read: (source, limits, helpers) => {
    if (source.bytes.length > limits.maximumBytes)
      return refused(
        finding("too-large", {
          args: { what: "bytes", size: source.bytes.length, limit: limits.maximumBytes },
        }),
      );
    const picture = pictureOf(source.bytes)!;
    if (typeof picture === "string") return refused(finding("damaged", { args: { reason: picture } }));
    return pdf.read({ name: source.name, bytes: wrapped(picture) }, limits, helpers);
  },
};

/** A picture as the PDF that it is read as; null where it is none, or damaged. */
export function pictureAsPdf(bytes: Uint8Array): Uint8Array | null {
  const picture = pictureOf(bytes);
  return picture === null || typeof picture === "string" ? null : wrapped(picture);
}

function pictureOf(bytes: Uint8Array): Picture | PictureProblem | null {
  const format = pictureFormat(bytes);
  return format === undefined ? null : readers[format](bytes);
}

function refused(diagnostic: Reading["diagnostics"][number]): Reading {
  return { tokens: [], metadata: [], diagnostics: [diagnostic] };
}
