import { simplified, TRADITIONAL_SIGN } from "../../../printed/folding.ts";
import { USUAL_FORMAL, withoutFormalDates } from "../../../printed/numerals.ts";
import type { ProseLine } from "../prose-line.ts";
import { sign } from "../signs.ts";
import type { MappedFields } from "./fields.ts";

/** Whether a line has Traditional characters or numerals of cheques. */
export function isUnusual({ signs }: ProseLine): boolean {
  return (signs & UNUSUAL) !== 0;
}

const UNUSUAL = sign(TRADITIONAL_SIGN + USUAL_FORMAL);

/** A text in the usual characters, one for one. */
export function usual(text: string): string {
  return withoutFormalDates(simplified(text));
}

/** Fields that were found among the usual characters, in those that the texts print. */
export function inPrintedCharacters(mapped: MappedFields, texts: readonly string[]): MappedFields {
  const places = [...texts, ...texts.map(withoutSpaces), withoutSpaces(texts.join(""))].map((text) => ({
    text,
    plain: usual(text),
  }));
  const printed = <T extends string | null>(value: T): T | string => {
    if (value === null) return value;
    const place = places.find(({ plain }) => plain.includes(value));
    const at = place?.plain.indexOf(value) ?? 0;
    return place?.text.slice(at, at + value.length) ?? value;
  };
  const { fields, evidence } = mapped;
  return {
    ...mapped,
    fields: {
      ...fields,
      title: printed(fields.title),
      issuer: printed(fields.issuer),
      indexNumber: printed(fields.indexNumber),
      documentNumber: printed(fields.documentNumber),
      contact: { ...fields.contact, address: printed(fields.contact.address) },
      scope: printed(fields.scope),
    },
    evidence: new Map([...evidence].map(([field, entry]) => [field, { ...entry, raw: printed(entry.raw) }])),
  };
}

function withoutSpaces(text: string): string {
  return text.replace(/\s+/gu, "");
}
