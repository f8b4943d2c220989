import type { MetadataField } from "../../model/index.ts";
import type { XmlHandler } from "./xml.ts";

/**
 * The title of docProps/core.xml, where it reads as a report's. Most files carry the title of the template or of
 * an unrelated document they were made from, and dates of whoever saved them last: those are left out.
 */
export function propertiesReader(): { handler: XmlHandler; metadata: () => MetadataField[] } {
  let title = "";
  return {
    handler: {
      open: () => undefined,
      close: () => undefined,
      text: (text, path) => {
        if (path[path.length - 1] === "dc:title") title += text;
      },
    },
    metadata: () => {
      const value = title.trim();
      return /政府信息公开|年度报告/.test(value) ? [{ field: "title", value, at: {} }] : [];
    },
  };
}
