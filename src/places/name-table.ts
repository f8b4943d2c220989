/** A line of a table of names. */
export interface NameLine {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
  /** Its fields without quotes and the spaces around them; null where a quote is not closed or stands inside a field. */
  readonly fields: readonly string[] | null;
}

/**
 * The lines of a small table that a user keeps by hand, blank ones left out. Unlike the reader of documents it makes
 * nothing of damaged lines, so that each mistake can be named by its line.
 */
export function nameTable(text: string): readonly NameLine[] {
  return text
    .split(/\r\n|\n|\r/u)
    .map((line, at) => ({ line: at + 1, text: line, fields: fieldsOf(line) }))
    .filter((line) => line.text.trim() !== "");
}

/** A field in quotes, with every quote inside written twice, or one without any quote (RFC 4180). */
const FIELD = /(?:\s*"((?:[^"]|"")*)"\s*|([^",]*))(,|$)/guy;

function fieldsOf(line: string): readonly string[] | null {
  const fields: string[] = [];
  for (const [, quoted, plain, end] of line.matchAll(FIELD)) {
    fields.push((quoted?.replaceAll('""', '"') ?? plain ?? "").trim());
    if (end === "") return fields;
  }
  return null;
}
