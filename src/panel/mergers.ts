import { nameTable } from "../places/index.ts";
import { issuerKey } from "./issuer.ts";

/**
 * Which printed names belong to one issuer, where no spelling shows it: mergers, renamings, towns printed with and
 * without their county.
 */
export type Mergers = ReadonlyMap<string, string>;

/** What is wrong with a mapping file; `line` counts from 1, and is 0 where the text as a whole is meant. */
export interface MergersProblem {
  readonly kind: "syntax" | "columns" | "twice" | "circle";
  readonly line: number;
  readonly name: string;
}

/**
 * Reads a mapping: JSON `{"printed name": "issuer"}`, or CSV of two columns, printed name and issuer, with or without
 * the header `name,issuer`. Names are compared as `issuerKey` compares them; A → B → C gives C. Never throws.
 */
export function parseMergers(text: string): {
  readonly mergers: Mergers;
  readonly problems: readonly MergersProblem[];
} {
  const plain = text.replace(/^\ufeff/u, "");
  const direct = new Map<string, string>();
  const { rows, problems: unread } = /^\s*[{[]/u.test(plain) ? jsonRows(plain) : csvRows(plain);
  const problems = [...unread];
  for (const { from, to, line } of rows) {
    const key = issuerKey(from);
    const known = direct.get(key);
    if (known !== undefined && issuerKey(known) !== issuerKey(to))
      problems.push({ kind: "twice", line, name: from });
    direct.set(key, to);
  }
  const mergers = new Map<string, string>();
  for (const key of direct.keys()) {
    const seen = new Set([key]);
    let name = direct.get(key)!;
    for (
      let next = issuerKey(name);
      direct.has(next) && next !== issuerKey(direct.get(next)!);
      next = issuerKey(name)
    ) {
      if (seen.has(next)) {
        problems.push({ kind: "circle", line: 0, name });
        break;
      }
      seen.add(next);
      name = direct.get(next)!;
    }
    mergers.set(key, name);
  }
  return problems.length > 0 ? { mergers: new Map(), problems } : { mergers, problems };
}

interface Rows {
  readonly rows: readonly Row[];
  readonly problems: readonly MergersProblem[];
}

interface Row {
  readonly from: string;
  readonly to: string;
  readonly line: number;
}

function jsonRows(text: string): Rows {
  let value: unknown = null;
  try {
    value = JSON.parse(text);
  } catch {
    // The problem is reported below, with everything else that is no map of names.
  }
  const entries =
    typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : null;
  const texts = entries?.flatMap(([from, to]) => (typeof to === "string" ? [{ from, to, line: 0 }] : []));
  const isMap = texts !== undefined && texts.length === entries?.length;
  return { rows: texts ?? [], problems: isMap ? [] : [{ kind: "syntax", line: 0, name: "" }] };
}

function csvRows(text: string): Rows {
  const rows: Row[] = [];
  const problems: MergersProblem[] = [];
  for (const { line, text: printed, fields } of nameTable(text)) {
    if (line === 1 && /^\s*"?name"?\s*,\s*"?issuer"?\s*$/iu.test(printed)) continue;
    if (fields?.length === 2 && fields.every((field) => field !== ""))
      rows.push({ from: fields[0]!, to: fields[1]!, line });
    else problems.push({ kind: "columns", line, name: printed.slice(0, 80) });
  }
  return { rows, problems };
}
