import type { Adapter, Limits, Reading, Source } from "../../model/index.ts";
import { readPart } from "../docx/package.ts";
import { xmlReader } from "../package/xml.ts";
import { openOdfPackage } from "../odt/package.ts";
import { Refusal, refusable, tooLarge } from "../refusal.ts";
import { sheetsReading } from "../sheet/tokens.ts";
import { fodsFormat, odsFormat } from "./format.ts";
import { odsBook } from "./book.ts";

/** Spreadsheets of OpenDocument (ISO/IEC 26300): packages and templates of them. */
export const ods: Adapter = { ...odsFormat, read: refusable(readPackage) };

/** The same documents written as one XML file. */
export const fods: Adapter = { ...fodsFormat, read: refusable(readFlat) };

function readPackage(source: Source, limits: Limits): Reading {
  const { archive, content } = openOdfPackage(source, limits, "ods");
  const { handler, sheets, tally } = odsBook(limits);
  const styles = archive.find("styles.xml");
  if (styles !== null) readPart(archive, styles, handler, limits);
  const settings = archive.find("settings.xml");
  try {
    if (settings !== null) readPart(archive, settings, handler, limits);
  } catch (error) {
    // Programs open a document without its settings where they cannot read those.
    if (!(error instanceof Refusal && error.isDamage)) throw error;
  }
  readPart(archive, content, handler, limits);
  return sheetsReading(sheets, tally, limits);
}

const piece = 1 << 16;

function readFlat({ bytes }: Source, limits: Limits): Reading {
  const size = Math.min(limits.maximumBytes, limits.maximumInflatedBytes);
  if (bytes.length > size) throw tooLarge("file", bytes.length, size);
  const { handler, sheets, tally } = odsBook(limits);
  const reader = xmlReader("document", handler, limits);
  for (let at = 0; at < bytes.length; at += piece) reader.write(bytes.subarray(at, at + piece));
  reader.end();
  return sheetsReading(sheets, tally, limits);
}
