import type { Adapter, Limits, Reading, Source } from "../../model/index.ts";
import { Refusal, refusedReading, tooLarge } from "../refusal.ts";
import { decodeXml, flatArchive, textArchive } from "./flat-archive.ts";
import { flatOpcFormat, word2003XmlFormat } from "./format.ts";
import { openWordPackage } from "./package.ts";
import type { WordPackage } from "./package.ts";
import { readPackage } from "./read-package.ts";
import { word2003 } from "./word-2003.ts";

/** Reads a package written as one XML file, as Word has saved "Word XML document" since 2007. */
export const flatOpc: Adapter = {
  ...flatOpcFormat,
  read: refusing(({ bytes }, limits) => {
    const archive = flatArchive(bytes, limits);
    return readPackage(archive, openWordPackage(archive, limits), limits);
  }),
};

/** Reads WordprocessingML of Word 2003. */
export const word2003Xml: Adapter = {
  ...word2003XmlFormat,
  read: refusing(({ bytes }, limits) => {
    const text = decodeXml(bytes).replace(/^\ufeff/, "");
    const archive = textArchive(new Map([[whole, text]]));
    return readPackage({ ...archive, dialect: word2003 }, oneFile(text.includes("Word.Comment")), limits);
  }),
};

const whole = "document";

const oneFile = (hasComments: boolean): WordPackage => ({
  document: whole,
  related: (type) =>
    type === "styles" || type === "numbering" || (hasComments && type === "comments") ? whole : null,
  properties: null,
  margins: () => [],
  customXml: () => [],
  missing: [],
});

function refusing(read: (source: Source, limits: Limits) => Reading): Adapter["read"] {
  return (source, limits) => {
    const size = source.bytes.length;
    try {
      if (size > Math.min(limits.maximumBytes, limits.maximumInflatedBytes))
        throw tooLarge("file", size, Math.min(limits.maximumBytes, limits.maximumInflatedBytes));
      return read(source, limits);
    } catch (error) {
      if (error instanceof Refusal) return refusedReading(error);
      throw error;
    }
  };
}
