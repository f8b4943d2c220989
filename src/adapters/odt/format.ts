import { xmlStart } from "../package/root.ts";
import type { Format } from "../format.ts";
import { odfKind } from "./media-type.ts";

export const odtFormat: Format = {
  id: "odt",
  description: "OpenDocument text: .odt and .ott, from LibreOffice or WPS",
  sniff: ({ bytes }) => odfKind(bytes) === "text",
};

export const fodtFormat: Format = {
  id: "fodt",
  description: "OpenDocument text as one XML file: .fodt",
  sniff: ({ bytes }) => {
    const start = xmlStart(bytes);
    return (
      start.includes("urn:oasis:names:tc:opendocument:xmlns:office:1.0") &&
      /<(?:[\w-]{1,50}:)?document[\s>]/.test(start) &&
      !/mimetype="[^"]{0,60}(?:spreadsheet|presentation|graphics)"/.test(start)
    );
  },
};
