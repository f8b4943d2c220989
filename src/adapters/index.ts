import type { Adapter, Source } from "../model/index.ts";
import { csvFormat } from "./csv/format.ts";
import { detectAmong } from "./detect.ts";
import { docFormat } from "./doc/format.ts";
import { docxFormat, flatOpcFormat, word2003XmlFormat } from "./docx/format.ts";
import { excel2003XmlFormat } from "./excel2003/format.ts";
import { loaded, loadedPages } from "./format.ts";
import { htmlFormat } from "./html/format.ts";
import { imageFormat } from "./image/format.ts";
import { mhtmlFormat } from "./mhtml/format.ts";
import { fodtFormat, odtFormat } from "./odt/format.ts";
import { fodsFormat, odsFormat } from "./ods/format.ts";
import { ofdFormat } from "./ofd/format.ts";
import { pdfFormat } from "./pdf/format.ts";
import { rtfFormat } from "./rtf/format.ts";
import { xlsFormat } from "./xls/format.ts";
import { xlsxFormat } from "./xlsx/format.ts";
import { text } from "./text/index.ts";

/**
 * Every format, in the order in which they are asked about the content; plain text takes what no other format claims.
 * Knowing a format costs little; its reader, with the packages that it needs, is loaded with the first document of the
 * format.
 */
export const adapters: readonly Adapter[] = [
  loaded(pdfFormat, async () => (await import("./pdf/index.ts")).pdf),
  loaded(ofdFormat, async () => (await import("./ofd/index.ts")).ofd),
  loadedPages(imageFormat, async () => (await import("./image/index.ts")).image),
  loaded(docFormat, async () => (await import("./doc/index.ts")).doc),
  loaded(xlsFormat, async () => (await import("./xls/index.ts")).xls),
  loaded(xlsxFormat, async () => (await import("./xlsx/index.ts")).xlsx),
  loaded(excel2003XmlFormat, async () => (await import("./excel2003/index.ts")).excel2003Xml),
  loaded(odtFormat, async () => (await import("./odt/index.ts")).odt),
  loaded(odsFormat, async () => (await import("./ods/index.ts")).ods),
  loaded(docxFormat, async () => (await import("./docx/index.ts")).docx),
  loaded(flatOpcFormat, async () => (await import("./docx/index.ts")).flatOpc),
  loaded(word2003XmlFormat, async () => (await import("./docx/index.ts")).word2003Xml),
  loaded(fodtFormat, async () => (await import("./odt/index.ts")).fodt),
  loaded(fodsFormat, async () => (await import("./ods/index.ts")).fods),
  loaded(rtfFormat, async () => (await import("./rtf/index.ts")).rtf),
  loaded(mhtmlFormat, async () => (await import("./mhtml/index.ts")).mhtml),
  loaded(htmlFormat, async () => (await import("./html/index.ts")).html),
  loaded(csvFormat, async () => (await import("./csv/index.ts")).commaSeparated),
  text,
];

/** The adapter whose format the content has, or null. */
export function detect(source: Source, among: readonly Adapter[] = adapters): Adapter | null {
  return detectAmong(source, among);
}
