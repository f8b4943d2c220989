import { simplified } from "../../../printed/folding.ts";
import type { MappedFields } from "./fields.ts";

/** Fields that were found among Simplified characters, in the Traditional ones that the texts print. */
export function inPrintedCharacters(mapped: MappedFields, texts: readonly string[]): MappedFields {
  const places = [...texts, ...texts.map(withoutSpaces), withoutSpaces(texts.join(""))].map((text) => ({
    text,
    plain: simplified(text),
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
