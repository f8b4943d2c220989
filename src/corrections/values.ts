import type { AnnualReport, CorrectedValue, Tables } from "../model/index.ts";
import { textOf, valueAt } from "../record/index.ts";

const TABLES = "/report/tables/";

/** The value at the pointer of a cell or of a field; undefined where the record has none. */
export function correctedValueOf(report: AnnualReport, pointer: string): CorrectedValue | undefined {
  if (pointer.startsWith(TABLES)) {
    const value = valueAt(report, pointer);
    return typeof value === "object" ? textOf(value) : value;
  }
  return Object.hasOwn(FIELDS, pointer) ? FIELDS[pointer]!.get(report) : undefined;
}

/** The report with another value at the pointer; null where the value is not of the right kind. */
export function withValue(report: AnnualReport, pointer: string, now: CorrectedValue): AnnualReport | null {
  if (!pointer.startsWith(TABLES)) return FIELDS[pointer]?.set(report, now) ?? null;
  // Words may replace only words.
  if (typeof now === "string" && typeof valueAt(report, pointer) !== "string") return null;
  return { ...report, tables: replaced(report.tables, pointer.slice(TABLES.length).split("/"), now) };
}

function replaced(
  tables: Tables | readonly Tables[],
  [step, ...rest]: readonly string[],
  now: CorrectedValue,
): Tables {
  const below = (tables as Tables)[step!];
  const next = rest.length === 0 ? now : replaced(below as Tables, rest, now);
  if (Array.isArray(tables)) {
    const rows = tables.map((row: Tables, index) => (index === Number(step) ? next : row));
    return rows as unknown as Tables;
  }
  // Entries, not a spread with a computed key: `__proto__` must stay a key like any other.
  return Object.fromEntries(Object.entries(tables).map(([key, value]) => [key, key === step ? next : value]));
}

interface Field {
  readonly get: (report: AnnualReport) => CorrectedValue;
  readonly set: (report: AnnualReport, now: CorrectedValue) => AnnualReport | null;
}

type TextField = "title" | "issuer" | "publicationDate" | "indexNumber" | "documentNumber" | "scope";

/** Fields a person may correct; prose and facts are corrected in the document. */
const FIELDS: Readonly<Record<string, Field>> = {
  "/report/title": text("title"),
  "/report/issuer": text("issuer"),
  "/report/publicationDate": text("publicationDate", /^\d{4}-\d{2}-\d{2}$/u),
  "/report/indexNumber": text("indexNumber"),
  "/report/documentNumber": text("documentNumber"),
  "/report/scope": text("scope"),
  "/report/year": {
    get: ({ year }) => year,
    set: (report, now) =>
      now === null || (typeof now === "number" && Number.isInteger(now)) ? { ...report, year: now } : null,
  },
  "/report/contact/address": contact("address"),
  "/report/contact/postcode": contact("postcode"),
  "/report/contact/telephone": contact("telephone"),
  "/report/contact/fax": contact("fax"),
  "/report/contact/email": contact("email"),
};

function text(key: TextField, shape = /^/u): Field {
  return {
    get: (report) => report[key],
    set: (report, now) =>
      now === null || (typeof now === "string" && shape.test(now)) ? { ...report, [key]: now } : null,
  };
}

function contact(key: keyof AnnualReport["contact"]): Field {
  return {
    get: (report) => report.contact[key],
    set: (report, now) =>
      typeof now === "number" ? null : { ...report, contact: { ...report.contact, [key]: now } },
  };
}
