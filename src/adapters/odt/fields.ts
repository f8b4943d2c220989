import type { Attributes } from "../package/xml.ts";
import { showsNumber, storedNumber } from "../sheet/stored-number.ts";
import type { OpenOdtParagraph } from "./paragraph.ts";

type Opener = (attributes: Attributes) => "skip" | void;

/**
 * Fields that depend on the page, or that a program counts, looks up or decides anew whenever it shows the document
 * (ODF 1.3 part 3, 7.3–7.7).
 */
const workedOut = [
  "page-number page-count page-continuation page-variable-get page-variable-set word-count paragraph-count table-count",
  "image-count object-count character-count conditional-text chapter template-name sheet-name dde-connection bibliography-mark",
  "bookmark-ref reference-ref sequence-ref note-ref table-formula",
].flatMap((names) => names.split(" "));

/** The same for fields that may be fixed: the time, and what LibreOffice takes from the properties of the file. */
const fixable = [
  "date time creator initial-creator creation-date creation-time modification-date modification-time file-name",
  "editing-cycles editing-duration print-date print-time printed-by title subject keywords description user-defined",
].flatMap((names) => names.split(" "));

/**
 * Variables and formulas. These may be set without being shown, or may show their formula in place of the result
 * (19.797).
 */
const variables = "variable-set variable-get variable-input expression".split(" ");

/** What opens each of the fields above: an entry of `odtFieldOpeners`, which is made anew for each document. */
const kindOfField: ReadonlyMap<string, string> = new Map([
  ...workedOut.map((name) => [`text:${name}`, "worked-out"] as const),
  // LibreOffice writes this field in the name space of tables.
  ["table:table-formula", "worked-out"],
  ...fixable.map((name) => [`text:${name}`, "fixable"] as const),
  ...variables.map((name) => [`text:${name}`, "variable"] as const),
]);

/** The entry of the openers for an element: its own name, or the kind of field that it is. */
export function openerName(name: string): string {
  return kindOfField.get(name) ?? name;
}

/** Fields whose value stands elsewhere in the file; a program shows that value, not the text that was stored for it. */
export interface ShownFields {
  /** The values of the document's own fields, by their names. */
  readonly declared: Map<string, string | number>;
  /** The value of the field that was opened last; undefined where the file states none. */
  value: string | number | undefined;
}

const withValueElsewhere: ReadonlySet<string> = new Set([
  "text:user-field-get",
  "text:user-field-input",
  "text:drop-down",
]);

/** Whether the stored text of a field is another than the value that a program shows. */
export function isOtherThanShown(field: string, text: string, { value }: ShownFields): boolean {
  if (!withValueElsewhere.has(field) || value === undefined || text.trim() === "") return false;
  return typeof value === "number" ? !showsNumber(text, value) : text.trim() !== value.trim();
}

/**
 * Opens fields that a program works out anew when it shows the page, fields that are still to be filled in, and fields
 * that hide something.
 */
export function odtFieldOpeners(
  paragraphHere: () => OpenOdtParagraph | undefined,
  hide: () => "skip",
  shown: ShownFields,
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
  const userField: Opener = (attributes) => {
    shown.value = shown.declared.get(attributes["text:name"] ?? "");
    return variable(attributes);
  };
  return {
    "worked-out": () => doubt("field-result"),
    fixable: doubtful("field-result"),
    variable,
    "text:user-field-decl": (attributes) => {
      const value = storedNumber(attributes) ?? attributes["office:string-value"];
      if (value !== undefined) shown.declared.set(attributes["text:name"] ?? "", value);
    },
    "text:user-field-get": userField,
    "text:user-field-input": userField,
    "text:drop-down": () => void (shown.value = ""),
    "text:label": (attributes) => {
      if (attributes["text:current-selected"] === "true") shown.value = attributes["text:value"];
    },
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
