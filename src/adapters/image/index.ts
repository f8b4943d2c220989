import { finding } from "../../findings/finding.ts";
import type { Adapter, Reading } from "../../model/index.ts";
import { pdf } from "../pdf/index.ts";
import { readJp2 } from "./jp2.ts";
import { readJpeg } from "./jpeg.ts";
import type { Picture, PictureProblem } from "./picture.ts";
import { readPng } from "./png.ts";
import { readTiff } from "./tiff.ts";
import { wrapped } from "./wrap.ts";

interface Kind {
  readonly begins: readonly number[];
  readonly read: (bytes: Uint8Array) => Picture | PictureProblem;
}

const kinds: readonly Kind[] = [
  { begins: [0xff, 0xd8, 0xff], read: readJpeg },
  { begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], read: readPng },
  { begins: [0, 0, 0, 0x0c, 0x6a, 0x50, 0x20, 0x20], read: readJp2 },
  { begins: [0x49, 0x49, 0x2a, 0], read: readTiff },
  { begins: [0x4d, 0x4d, 0, 0x2a], read: readTiff },
];

/** Scanned pages as pictures: wrapped in a PDF of one page, whose reader and limits they share. */
export const image: Adapter = {
  id: "image",
  description: "scanned pages as PNG, JPEG, JPEG 2000 or fax TIFF, where gongkai-ocr is installed",
  sniff: ({ bytes }) => kindOf(bytes) !== undefined,
  read: (source, limits, helpers) => {
    if (source.bytes.length > limits.maximumBytes)
      return refused(
        finding("too-large", {
          args: { what: "bytes", size: source.bytes.length, limit: limits.maximumBytes },
        }),
      );
    const picture = kindOf(source.bytes)!.read(source.bytes);
    if (typeof picture === "string") return refused(finding("damaged", { args: { reason: picture } }));
    return pdf.read({ name: source.name, bytes: wrapped(picture) }, limits, helpers);
  },
};

function kindOf(bytes: Uint8Array): Kind | undefined {
  return kinds.find(({ begins }) => begins.every((byte, at) => bytes[at] === byte));
}

function refused(diagnostic: Reading["diagnostics"][number]): Reading {
  return { tokens: [], metadata: [], diagnostics: [diagnostic] };
}
