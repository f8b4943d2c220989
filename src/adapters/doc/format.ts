import type { Format } from "../format.ts";
import { compoundFileNames, isCompoundFile } from "../compound/index.ts";

export const docFormat: Format = {
  id: "doc",
  description: "Word 97–2003 documents: .doc, and .wps of WPS Writer",
  sniff: ({ bytes }) => isCompoundFile(bytes) && compoundFileNames(bytes).includes("worddocument"),
};
