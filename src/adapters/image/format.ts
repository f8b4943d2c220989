import type { Format } from "../format.ts";

export type PictureFormat = "jpeg" | "png" | "jp2" | "tiff";

const signatures: readonly (readonly [format: PictureFormat, bytes: readonly number[]])[] = [
  ["jpeg", [0xff, 0xd8, 0xff]],
  ["png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["jp2", [0, 0, 0, 0x0c, 0x6a, 0x50, 0x20, 0x20]],
  ["tiff", [0x49, 0x49, 0x2a, 0]],
  ["tiff", [0x4d, 0x4d, 0, 0x2a]],
];

export const imageFormat: Format = {
  id: "image",
  description: "scanned pages as PNG, JPEG, JPEG 2000 or TIFF, where gongkai-ocr is installed",
  sniff: ({ bytes }) => pictureFormat(bytes) !== undefined,
};

export function pictureFormat(bytes: Uint8Array): PictureFormat | undefined {
  return signatures.find(([, begins]) => begins.every((byte, at) => bytes[at] === byte))?.[0];
}
