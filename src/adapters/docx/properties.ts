import type { MetadataField } from "../../model/index.ts";
import { elementsOf, textOfSmallElement } from "../package/small-part.ts";
import type { SmallElement } from "../package/small-part.ts";

/**
 * The title in docProps/core.xml, if it reads like the title of a report. Most files carry the title of a template or
 * of an unrelated document that they were made from, and the dates of whoever saved them last; these are left out.
 */
export function titleOf(properties: SmallElement): MetadataField[] {
  const titles = elementsOf(properties).filter(({ name }) => name === "title");
  const value = titles.map(textOfSmallElement).join("").trim();
  return /政府信息公开|年度报告/.test(value) ? [{ field: "title", value, at: {} }] : [];
}
