import type { Adapter, Limits, Reading, Source } from "../../model/index.ts";
import { refusable, tooLarge } from "../refusal.ts";
import { openArchive } from "../package/zip.ts";
import { sheetsReading } from "../sheet/tokens.ts";
import { xlsxFormat } from "./format.ts";
import { readWorkbook } from "./workbook.ts";

/**
 * Spreadsheets (ISO/IEC 29500, transitional and strict; .xlsx, .xlsm, templates, .ett of WPS), read as their cells show
 * them.
 */
export const xlsx: Adapter = {
  ...xlsxFormat,
  read: refusable(readSpreadsheet),
};

function readSpreadsheet({ bytes }: Source, limits: Limits): Reading {
  if (bytes.length > limits.maximumBytes) throw tooLarge("file", bytes.length, limits.maximumBytes);
  const { sheets, tally } = readWorkbook(openArchive(bytes, limits), limits);
  return sheetsReading(sheets, tally, limits);
}
