import type { Finding } from "./diagnostic.ts";
import type { Place } from "./place.ts";
import type { LineReader } from "./line-reader.ts";
import type { Source } from "./source.ts";
import type { Token } from "./token.ts";

/** What an adapter returns: tokens, what the container says about the document, and what went wrong. */
export interface Reading {
  readonly tokens: readonly Token[];
  readonly metadata: readonly MetadataField[];
  /** Character encoding found, for formats that are text. */
  readonly encoding?: string;
  /** An `error` of a document rule (see `DocumentRule`) means that nothing could be read. */
  readonly diagnostics: readonly Finding[];
  /** The pictures it shows, where it has no table of its own: they may be scanned pages. */
  readonly pictures?: ShownPictures;
}

/** The pictures of a document that may be its pages. */
export interface ShownPictures {
  /** In the order in which they are shown. */
  readonly pages: readonly PagePicture[];
  /** Those of the reading's `diagnostics` that no longer apply once the pictures have been read. */
  readonly unread: readonly Finding[];
}

/** A picture in a document, as stored; without bytes where it is cropped or cannot be extracted. */
export interface PagePicture {
  /** Null where the document only links to the picture. */
  readonly bytes: Uint8Array | null;
  /** The width in points at which it is shown; null where that is unknown. */
  readonly width: number | null;
}

/** A field stated outside the report's own text, such as in a page's meta tags or its 发布机构/索引号 header. */
export interface MetadataField {
  /** `updated` is the day of the last change, which is no day of publication. */
  readonly field: "title" | "issuer" | "publicationDate" | "updated" | "indexNumber" | "documentNumber";
  readonly value: string;
  readonly at: Place;
}

/** One format. Content decides before the name does; `read` never throws on bad content. */
export interface Adapter {
  /** Short id as printed by `list adapters` and recorded in the conversion: `text`, `docx`, `html`, `pdf`. */
  readonly id: string;
  /** One line for people: what it reads. */
  readonly description: string;
  /** True when the bytes are this format; the name decides only where the bytes cannot. */
  readonly sniff: (source: Source) => boolean;
  readonly read: (source: Source, limits: Limits, helpers?: Helpers) => Reading | Promise<Reading>;
  /**
   * For a format of pictures: reads several pictures as the pages of one document; places count them as pages from 1.
   */
  readonly readPages?: (pages: readonly PagePicture[], limits: Limits, helpers?: Helpers) => Promise<Reading>;
}

/** What an adapter may ask for besides the bytes; asked only where a document needs it. */
export interface Helpers {
  /** A reader of scanned lines; null where none is installed. */
  readonly lineReader: () => Promise<LineReader | null>;
  /** PDFium where it cannot be found beside its module, as in a bundle or a page opened from disk. */
  readonly pdfium?: PdfiumBinary;
}

export interface PdfiumBinary {
  /** The bytes of `@embedpdf/pdfium/pdfium.wasm`. */
  readonly wasm: Uint8Array | ArrayBuffer;
}

/** Bounds on hostile input. All are checked while reading, never after. */
export interface Limits {
  /** Bytes of the document as handed in. */
  readonly maximumBytes: number;
  /** Bytes of any one decompressed part, and of all parts together. */
  readonly maximumInflatedBytes: number;
  readonly maximumPages: number;
  /** Cells of the whole document after clamping spans. */
  readonly maximumCells: number;
  /** Nesting depth of elements or tables. */
  readonly maximumDepth: number;
  /**
   * Time a conversion may take, checked between its stages, each of which the other limits bound. No bound where it is
   * left out.
   */
  readonly maximumMilliseconds?: number;
}
