import type { Adapter, Limits, Reading, Source } from "../../model/index.ts";
import { Refusal, refusedReading, tooLarge } from "../refusal.ts";
import { archiveNames, openArchive } from "../docx/zip.ts";
import { sheetsReading } from "../sheet/tokens.ts";
import { readWorkbook } from "./workbook.ts";

/** Spreadsheets (ISO/IEC 29500, transitional and strict; .xlsx, .xlsm, templates, .ett of WPS): what their cells show. */
export const xlsx: Adapter = {
  id: "xlsx",
  description: "spreadsheets: .xlsx and .xlsm, from Excel or WPS",
  sniff: ({ bytes }) => {
    const names = archiveNames(bytes);
    return names.includes("[content_types].xml") && names.some((name) => name.startsWith("xl/"));
  },
  read: (source, limits) => {
    try {
      return readSpreadsheet(source, limits);
    } catch (error) {
      if (error instanceof Refusal) return refusedReading(error);
      throw error;
    }
  },
};

function readSpreadsheet({ bytes }: Source, limits: Limits): Reading {
  if (bytes.length > limits.maximumBytes) throw tooLarge("file", bytes.length, limits.maximumBytes);
  const { sheets, tally } = readWorkbook(openArchive(bytes, limits), limits);
  return sheetsReading(sheets, tally, limits);
}
