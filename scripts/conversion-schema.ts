import { z } from "zod";
import type { Conversion, Tables } from "../src/model/index.ts";
import { evidenceStatuses } from "../src/writers/tables/cell-table.ts";
import type { Same } from "./same.ts";

// The written contract of the output: `schema/conversion.schema.json` is generated from here (`npm run schema`).
// The last lines tie it to the types of `src/model`, so that neither can change alone.

const registry = z.registry<{ id?: string; title?: string; description?: string }>();

function described<T extends z.ZodType>(schema: T, description: string, id?: string): T {
  registry.add(schema, id === undefined ? { description } : { id, description });
  return schema;
}

const fromOne = z.int().min(1);
const count = z.int().min(0);
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const text = z.string().nullable();
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const pointer = z.string().regex(/^(\/([^~/]|~[01])*)*$/);

const box = described(
  z.tuple([z.number(), z.number(), z.number(), z.number()]),
  "left, top, right, bottom in PDF points from the top left corner of the page as shown",
);

const place = described(
  z.strictObject({
    file: z.exactOptional(described(fromOne.clone(), "which file of a report in several")),
    page: z.exactOptional(fromOne),
    box: z.exactOptional(box),
    line: z.exactOptional(described(fromOne.clone(), "line of the decoded text")),
    table: z.exactOptional(described(fromOne.clone(), "ordinal of the table in the source")),
    row: z.exactOptional(fromOne),
    column: z.exactOptional(described(fromOne.clone(), "column of the grid")),
    recognized: z.exactOptional(
      described(
        z.number(),
        "of a scan: the lowest probability the recognizer gave a character there, from 0 to 1",
      ),
    ),
  }),
  "Where something stands in the source. Every number counts from 1; what a format cannot know is absent.",
  "Place",
);

const tables: z.ZodType<Tables> = described(
  z.record(
    z.string(),
    z.lazy(() => z.union([tables, z.array(tables), z.number(), z.string(), z.array(z.string()), z.null()])),
  ),
  "Every cell of the chosen layouts: a number; a text, an ISO date or the key of an option; keys of several options. Null is blank or unreadable, never zero; the evidence tells which.",
  "Tables",
);

const section = described(
  z.strictObject({
    number: described(count.clone(), "ordinal of the form; 0 is the text before the first section"),
    title: described(z.string(), "as printed, ordinal included"),
    paragraphs: z.array(z.string()),
    headings: z.array(z.strictObject({ paragraph: count, level: fromOne })),
  }),
  "Prose of one section; `headings` tells which paragraphs, counted from 0, are sub-headings.",
  "Section",
);

const otherTable = described(
  z.strictObject({
    within: described(
      text.clone(),
      "key in `tables` of the table whose form lacks these rows or columns; null for a table of its own",
    ),
    title: described(text.clone(), "the line above it, where that is short"),
    columns: described(z.array(z.string()), "headings of the values; empty where there are none"),
    rows: z.array(z.strictObject({ labels: z.array(z.string()), values: z.array(z.string()) })),
  }),
  "A table of no known form, or what a known table has beyond its form, as printed.",
  "OtherTable",
);

const fact = described(
  z.strictObject({
    fact: described(z.string(), "what it counts: applicationsReceived, reconsiderations, feesCollected …"),
    value: z.number(),
    approximate: described(z.boolean(), "the text says 约, 余, 多, or rounds to 万"),
    population: described(
      text.clone(),
      "the words by which it is about a part or another population; null where there are none",
    ),
    unit: z.string(),
    section: described(count.clone(), "number of the section its sentence begins in"),
    paragraph: described(count.clone(), "paragraph of that section, from 0"),
    sentence: z.string(),
  }),
  "A figure the prose states. Its evidence holds the words that state it.",
  "NarrativeFact",
);

const report = described(
  z.strictObject({
    schema: z.literal("gongkai/report/1"),
    title: text,
    issuer: text,
    year: z.int().nullable(),
    period: z.strictObject({ from: isoDate, to: isoDate }).nullable(),
    publicationDate: isoDate.nullable(),
    indexNumber: text,
    documentNumber: text,
    contact: z.strictObject({ address: text, postcode: text, telephone: text, fax: text, email: text }),
    basis: described(z.array(z.string()), "laws and notices the report cites, as printed"),
    scope: described(text.clone(), "whom the figures cover, as printed"),
    sections: z.array(section),
    tables,
    otherTables: described(
      z.array(otherTable),
      "what belongs to no known form: whole tables, and rows and columns added to a known one; none of it is in `tables`",
    ),
    facts: described(z.array(fact), "figures of the prose; never mixed into the tables"),
  }),
  "One annual report, normalized. Plain values only; where each came from stands in the evidence.",
  "AnnualReport",
);

const status = z.enum(evidenceStatuses);

const evidenceEntry = described(
  z.strictObject({
    raw: described(text.clone(), "the cell as printed; null when no cell was found"),
    status,
    at: place.nullable(),
    unit: z.exactOptional(described(z.string(), "as printed in the cell or its header")),
    note: z.exactOptional(described(z.string(), "a remark printed in the cell beside the number")),
    yuan: z.exactOptional(described(z.number(), "the amount in yuan, where its unit is certain")),
  }),
  "Where a value came from, and in what state it was found.",
  "EvidenceEntry",
);

const relationSide = described(
  z.strictObject({
    sum: z.number(),
    terms: z.array(
      z.strictObject({
        sign: z.union([z.literal(1), z.literal(-1)]),
        label: z.string(),
        pointers: z.array(pointer),
      }),
    ),
  }),
  "One side of a relation: what it gives, and the cells it is made of.",
  "RelationSide",
);

const relation = described(
  z.strictObject({
    within: described(z.string(), "label of the column or row in which it does not hold"),
    expression: described(z.string(), "as the form states it"),
    left: relationSide,
    operator: z.enum(["==", "!=", "<=", ">=", "<", ">"]),
    right: relationSide,
  }),
  "A relation between cells that does not hold, with both its sides.",
  "Relation",
);

const diagnostic = described(
  z.strictObject({
    rule: described(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), "kept for ever"),
    severity: z.enum(["error", "warning", "notice"]),
    path: z.exactOptional(pointer),
    paths: z.exactOptional(z.array(pointer)),
    at: z.exactOptional(place),
    expected: z.exactOptional(scalar),
    actual: z.exactOptional(described(scalar, "the value at `path`")),
    relation: z.exactOptional(relation),
    args: z.exactOptional(z.record(z.string(), scalar)),
    message: described(z.string(), "the finding as a sentence in the language asked for"),
  }),
  "A finding with two addresses: a place in the source and a JSON Pointer into the conversion.",
  "Diagnostic",
);

const sourceFile = z.strictObject({
  name: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: count,
});

const candidate = described(
  z.strictObject({
    table: z.string(),
    layout: z.string(),
    score: z.number().min(0).max(1),
    rowsMatched: count,
    rows: count,
    columnsMatched: count,
    columns: count,
  }),
  "A layout that was tried on a table, and how much of it was found.",
  "LayoutCandidate",
);

const conversion = described(
  z.strictObject({
    schema: z.literal("gongkai/conversion/1"),
    source: described(
      sourceFile.extend({ files: z.exactOptional(z.array(sourceFile)) }),
      "what was read; of a report in several files, `name` is all names, `sha256` that of their hashes, a line each",
    ),
    adapter: described(
      text.clone(),
      "what read it, of several files each with + between; null when no format was recognised",
    ),
    encoding: described(text.clone(), "character encoding found, for text and HTML"),
    layouts: described(z.record(z.string(), z.string()), "layout chosen for each table"),
    candidates: z.array(candidate),
    report: report.nullable(),
    evidence: described(z.record(pointer, evidenceEntry), "from JSON Pointer to where the value stood"),
    diagnostics: z.array(diagnostic),
  }),
  "Everything one document gave. The same bytes always give the same conversion.",
);

/** The schema document as committed. */
export function schemaText(): string {
  const generated = z.toJSONSchema(conversion, { target: "draft-2020-12", metadata: registry });
  const document = { $id: "urn:gongkai:schema:conversion:1", title: "gongkai conversion", ...generated };
  return JSON.stringify(document, null, 2) + "\n";
}

true satisfies Same<z.infer<typeof conversion>, Conversion>;
