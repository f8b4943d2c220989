import type { Attributes } from "../package/xml.ts";
import type { OpenOdtParagraph } from "./paragraph.ts";

type Opener = (attributes: Attributes) => "skip" | void;

/**
 * Fields that depend on the page, or that a program counts or decides anew whenever it shows the document (ODF 1.3 part
 * 3, 7.3–7.7).
 */
const workedOut = (
  "page-number page-count page-continuation page-variable-get date time word-count paragraph-count table-count image-count " +
  "object-count character-count conditional-text"
).split(" ");

/**
 * Variables and formulas. These may be set without being shown, or may show their formula in place of the result
 * (19.797).
 */
const variables = "variable-set variable-get variable-input user-field-get user-field-input expression".split(
  " ",
);

/**
 * Opens fields that a program works out anew when it shows the page, fields that are still to be filled in, and fields
 * that hide something.
 */
export function odtFieldOpeners(
  paragraphHere: () => OpenOdtParagraph | undefined,
  hide: () => "skip",
): Readonly<Record<string, Opener>> {
  const doubt = (reason: string): void => {
    const paragraph = paragraphHere();
    if (paragraph !== undefined) paragraph.doubt = reason;
  };
  const doubtful =
    (reason: string): Opener =>
    (attributes) => {
      if (attributes["text:fixed"] !== "true") doubt(reason);
    };
  const variable: Opener = ({ "text:display": display }) => {
    if (display === "none") return hide();
    if (display === "formula") doubt("formula");
    return;
  };
  return {
    ...Object.fromEntries(workedOut.map((name) => [`text:${name}`, doubtful("field-result")])),
    ...Object.fromEntries(variables.map((name) => [`text:${name}`, variable])),
    // The entry chosen from a list is stored in an attribute.
    "field:fieldmark": (attributes) => {
      if (/FORMDROPDOWN$/.test(attributes["field:type"] ?? "")) doubt("field-result");
    },
    // Small text that stands above its base text.
    "text:ruby-text": () => {
      doubt("raised-digit");
      return "skip";
    },
    "text:placeholder": doubtful("placeholder"),
    "loext:content-control": (attributes) => {
      if (attributes["loext:showing-place-holder"] === "true") doubt("placeholder");
    },
    // The condition is not worked out here; the file states only whether the text was hidden when it was saved.
    "text:hidden-text": (attributes) => {
      if (attributes["text:is-hidden"] === "true") return hide();
      doubt("hidden-text");
      return;
    },
    "text:hidden-paragraph": (attributes) => {
      const paragraph = paragraphHere();
      if (attributes["text:is-hidden"] !== "true") doubt("hidden-text");
      else if (paragraph !== undefined) paragraph.isHidden = true;
      return "skip";
    },
    "text:bookmark-start": (attributes) => {
      if (attributes["loext:hidden"] === "true") doubt("hidden-text");
    },
  };
}
