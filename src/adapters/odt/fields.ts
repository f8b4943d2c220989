import type { Attributes } from "../package/xml.ts";
import type { OpenOdtParagraph } from "./paragraph.ts";

type Opener = (attributes: Attributes) => "skip" | void;

/** What depends on the page, or is counted or decided anew, whenever a program shows the document (ODF 1.3 part 3, 7.3–7.7). */
const workedOut = (
  "page-number page-count page-continuation page-variable-get date time word-count paragraph-count table-count image-count " +
  "object-count character-count conditional-text"
).split(" ");

/** Variables and formulas, which may be set without being shown, or shown as what works them out (19.797). */
const variables = "variable-set variable-get variable-input user-field-get user-field-input expression".split(
  " ",
);

/** Fields that a program works out anew as it shows the page, those still to be filled in, and those that hide something. */
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
    // What was chosen from a list stands in an attribute.
    "field:fieldmark": (attributes) => {
      if (/FORMDROPDOWN$/.test(attributes["field:type"] ?? "")) doubt("field-result");
    },
    // Small text above its base.
    "text:ruby-text": () => {
      doubt("raised-digit");
      return "skip";
    },
    "text:placeholder": doubtful("placeholder"),
    "loext:content-control": (attributes) => {
      if (attributes["loext:showing-place-holder"] === "true") doubt("placeholder");
    },
    // Whether a condition holds is not worked out; where it held when the file was saved, is said.
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
