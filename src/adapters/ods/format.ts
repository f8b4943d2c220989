import { xmlEncodingOf } from "../package/encoding.ts";
import type { Format } from "../format.ts";
import { odfKind } from "../odt/media-type.ts";

export const odsFormat: Format = {
  id: "ods",
  description: "OpenDocument spreadsheets: .ods and .ots, from LibreOffice or WPS",
  sniff: ({ bytes }) => odfKind(bytes) === "spreadsheet",
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
