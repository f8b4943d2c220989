import { finding } from "../../findings/finding.ts";
import type { Finding, Helpers, Limits, PagePicture, Reading } from "../../model/index.ts";
import type { PageReader } from "../format.ts";
import { pdf } from "../pdf/index.ts";
import { imageFormat, pictureFormat } from "./format.ts";
import type { PictureFormat } from "./format.ts";
import { readJp2 } from "./jp2.ts";
import { readJpeg } from "./jpeg.ts";
import type { Picture, PictureProblem } from "./picture.ts";
import { readPng } from "./png.ts";
import { sheetOf } from "./sheet.ts";
import { readTiff } from "./tiff.ts";
import { wrappedPicture } from "./wrap.ts";

/** The pages that a file holds. */
type Pages = readonly (Picture | PictureProblem)[];

const readers: Readonly<Record<PictureFormat, (bytes: Uint8Array) => Pages>> = {
  jpeg: (bytes) => [readJpeg(bytes)],
  png: (bytes) => [readPng(bytes)],
  jp2: (bytes) => [readJp2(bytes)],
  tiff: readTiff,
};

/** Scanned pages as pictures: wrapped in a PDF, whose reader and limits they share. */
export const image: PageReader = {
  ...imageFormat,
  read: ({ bytes }, limits, helpers) => {
    const { length } = bytes;
    if (length > limits.maximumBytes)
      return refused(
        finding("too-large", { args: { what: "bytes", size: length, limit: limits.maximumBytes } }),
      );
    const pictures = pagesOf(bytes);
    const [only, ...others] = pictures;
    if (typeof only === "string" && others.length === 0)
      return refused(finding("damaged", { args: { reason: only } }));
    return readSheets(
      pictures.map((picture) => ({ picture, width: null })),
      limits,
      helpers,
    );
  },
  readPages,
};

/** Pictures as the pages of one document, so that a table may go on from one to the next. */
async function readPages(pages: readonly PagePicture[], limits: Limits, helpers?: Helpers): Promise<Reading> {
  // A document may show one picture any number of times.
  const size = pages.reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0);
  if (size > limits.maximumInflatedBytes)
    return refused(
      finding("too-large", { args: { what: "bytes", size, limit: limits.maximumInflatedBytes } }),
    );
  const read = pages.map(({ bytes, width }) => ({ picture: pageOf(bytes), width }));
  if (read.every(({ picture }) => picture === null)) return { tokens: [], metadata: [], diagnostics: [] };
  return readSheets(read, limits, helpers);
}

interface Shown {
  /** The picture, or why it cannot be read; null where it is missing or too small to be a page. */
  readonly picture: Picture | PictureProblem | "format" | null;
  /** How many points wide the picture is shown; null where that is not known. */
  readonly width: number | null;
}

async function readSheets(read: readonly Shown[], limits: Limits, helpers?: Helpers): Promise<Reading> {
  const damaged = read.flatMap(({ picture }, index): Finding[] =>
    typeof picture === "string"
      ? [finding("damaged", { args: { reason: picture }, at: { page: index + 1 } })]
      : [],
  );
  // A picture that cannot be opened, or is no page, still counts as one, so that the others keep their numbers.
  const sheets = read.map(({ picture, width }) =>
    picture === null || typeof picture === "string" ? BLANK : sheetOf(picture, width),
  );
  const reading = await pdf.read({ name: "pictures.pdf", bytes: wrappedPicture(sheets) }, limits, helpers);
  return { ...reading, diagnostics: [...damaged, ...reading.diagnostics] };
}

/** Pixels of the longer side: a smaller picture is a logo, a seal or a code, for no table on it could be read. */
const SMALLEST_PAGE = 600;

/** The picture as a page; null where its bytes are missing or it is too small. */
function pageOf(bytes: Uint8Array | null): Shown["picture"] {
  if (bytes === null) return null;
  const pages = pagesOf(bytes);
  if (pages.length > 1) return "several-pages";
  const picture = pages[0] ?? "format";
  return typeof picture !== "string" && Math.max(picture.width, picture.height) < SMALLEST_PAGE
    ? null
    : picture;
}

const BLANK = { width: 595, height: 842, pictures: [] } as const;

/** The PDF as which a picture is read; null where the bytes are no picture, or a damaged one. */
export function pictureAsPdf(bytes: Uint8Array): Uint8Array | null {
  const pages = pagesOf(bytes);
  if (!pages.some((page) => typeof page !== "string")) return null;
  return wrappedPicture(pages.map((page) => (typeof page === "string" ? BLANK : sheetOf(page))));
}

/** The picture that bytes hold, ready for a PDF, the first of several; null where they are none of these formats. */
export function pictureOf(bytes: Uint8Array): Picture | PictureProblem | null {
  return pagesOf(bytes)[0] ?? null;
}

function pagesOf(bytes: Uint8Array): Pages {
  const format = pictureFormat(bytes);
  return format === undefined ? [] : readers[format](bytes);
}

function refused(diagnostic: Reading["diagnostics"][number]): Reading {
  return { tokens: [], metadata: [], diagnostics: [diagnostic] };
}
