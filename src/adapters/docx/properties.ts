import type { MetadataField } from "../../model/index.ts";
import { elementsOf, textOfSmallElement } from "../package/small-part.ts";
import type { SmallElement } from "../package/small-part.ts";

/**
 * The title of docProps/core.xml, where it reads as a report's. Most files carry the title of the template or of
 * an unrelated document they were made from, and dates of whoever saved them last: those are left out.
 */
export function titleOf(properties: SmallElement): MetadataField[] {
  const titles = elementsOf(properties).filter(({ name }) => name === "title");
  const value = titles.map(textOfSmallElement).join("").trim();
  return /政府信息公开|年度报告/.test(value) ? [{ field: "title", value, at: {} }] : [];
}
