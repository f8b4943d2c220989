import { xmlStart } from "../package/root.ts";
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
    const start = xmlStart(bytes);
    return (
      start.includes("urn:oasis:names:tc:opendocument:xmlns:office:1.0") &&
      /mimetype="[^"]{0,60}spreadsheet/.test(start)
    );
  },
};
