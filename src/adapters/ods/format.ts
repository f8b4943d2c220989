import { xmlEncodingOf } from "../package/encoding.ts";
import { archiveNames } from "../package/zip-directory.ts";
import type { Format } from "../format.ts";

export const odsFormat: Format = {
  id: "ods",
  description: "OpenDocument spreadsheets: .ods and .ots, from LibreOffice or WPS",
  sniff: ({ bytes }) => archiveNames(bytes).includes("meta-inf/manifest.xml") && isSpreadsheet(bytes),
};

export const fodsFormat: Format = {
  id: "fods",
  description: "OpenDocument spreadsheets as one XML file: .fods",
  sniff: ({ bytes }) => {
    const start = new TextDecoder(xmlEncodingOf(bytes)).decode(bytes.subarray(0, sniffed));
    return (
      /^\ufeff?\s{0,200}</.test(start) &&
      start.includes("urn:oasis:names:tc:opendocument:xmlns:office:1.0") &&
      /mimetype="[^"]{0,60}spreadsheet/.test(start)
    );
  },
};

/** LibreOffice declares some forty namespaces before it says what kind of document follows. */
const sniffed = 8192;

/** The first entry of a package holds its media type, stored without compression (ODF 1.3 part 2, 3.3). */
function isSpreadsheet(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1")
    .decode(bytes.subarray(0, 200))
    .includes("mimetypeapplication/vnd.oasis.opendocument.spreadsheet");
}
