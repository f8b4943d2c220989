import type { Attributes } from "../package/xml.ts";
import type { OpenOdtParagraph } from "./paragraph.ts";

/** Fields that a program works out anew as it shows the page (ODF 1.3 part 3, 7.3), and those still to be filled in. */
export function odtFieldOpeners(
  paragraphHere: () => OpenOdtParagraph | undefined,
): Readonly<Record<string, (attributes: Attributes) => "skip" | void>> {
  const doubt =
    (reason: string) =>
    (attributes: Attributes): void => {
      const paragraph = paragraphHere();
      if (paragraph !== undefined && attributes["text:fixed"] !== "true") paragraph.doubt = reason;
    };
  return {
    // What was chosen from a list stands in an attribute.
    "field:fieldmark": (attributes) => {
      if (/FORMDROPDOWN$/.test(attributes["field:type"] ?? "")) doubt("field-result")(attributes);
    },
    // Small text above its base.
    "text:ruby-text": (attributes) => {
      doubt("raised-digit")(attributes);
      return "skip";
    },
    "text:placeholder": doubt("placeholder"),
    "text:page-number": doubt("field-result"),
    "text:page-count": doubt("field-result"),
    "text:date": doubt("field-result"),
    "text:time": doubt("field-result"),
  };
}
