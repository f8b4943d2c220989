import type { Limits } from "../../model/index.ts";
import { Refusal, tooLarge } from "../refusal.ts";
import { bookLooks } from "./looks.ts";
import type { BookLooks } from "./looks.ts";
import { longAt, recordsOf, shortAt } from "./records.ts";
import { sheetLooks } from "./sheet-looks.ts";
import type { SheetLooks, SheetReader } from "./sheet-looks.ts";

/** How a workbook looks, which the library does not report. */
export interface WorkbookLooks {
  readonly book: BookLooks;
  /** By the ordinal of the sheet, from 0. */
  readonly sheets: ReadonlyMap<number, SheetLooks>;
}

const excel95 = 0x0500;
const [begins, ends, locked, listsSheet] = [0x0809, 0x0a, 0x2f, 0x85];

/**
 * Goes through the records of a workbook stream once: counts its sheets and cells before a library reads them, and gathers how
 * the cells look. Throws a Refusal: `too-large`, `encrypted`, `damaged`.
 */
export function readLooks(stream: Uint8Array, limits: Limits): WorkbookLooks {
  if (stream.length < 8 || (shortAt(stream, 0) & 0xff) !== 0x09)
    throw new Refusal("damaged", { part: "Workbook", reason: "structure" });
  // Excel 5 and 95 keep text in the code page of their system (BOF, MS-XLS 2.4.21), for which the library has no
  // tables.
  if (shortAt(stream, 4) === excel95) throw new Refusal("unsupported", { format: "excel-95" });
  const book = bookLooks();
  const starts = new Map<number, number>();
  const sheets = new Map<number, SheetReader>();
  // A chart within a sheet is a stream nested in the sheet's stream.
  const open: SheetReader[] = [];
  let cells = 0;
  for (const record of recordsOf(stream)) {
    const { kind, at, body } = record;
    if (kind === locked) throw new Refusal("encrypted", { format: "xls" });
    if (kind === begins) {
      const sheet = sheetLooks(book);
      const ordinal = starts.get(at);
      if (ordinal !== undefined) sheets.set(ordinal, sheet);
      open.push(sheet);
    } else if (kind === ends) open.pop();
    else if (kind === listsSheet && body.length >= 6) {
      starts.set(longAt(body, 0), starts.size);
      if (starts.size > limits.maximumPages) throw tooLarge("sheets", starts.size, limits.maximumPages);
    } else {
      book.read(record);
      cells += open.at(-1)?.read(record) ?? 0;
    }
    if (cells > limits.maximumCells) throw tooLarge("cells", cells, limits.maximumCells);
  }
  return { book, sheets };
}
