import { z } from "zod";
import type { Correction } from "../src/model/index.ts";
import type { Same } from "./same.ts";

// The written contract of `corrections.jsonl`, one object a line; generated into `schema/correction.schema.json`.

const registry = z.registry<{ id?: string; title?: string; description?: string }>();

function described<T extends z.ZodType>(schema: T, description: string): T {
  registry.add(schema, { description });
  return schema;
}

const value = z.union([z.string(), z.number(), z.null()]);

const target = {
  schema: z.literal("gongkai/correction/1"),
  source: described(
    z.strictObject({ name: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    "the document it was made on; it holds for these bytes only",
  ),
  pointer: described(
    z.string().regex(/^\/report(\/([^~/]|~[01])*)+$/),
    "JSON Pointer into the conversion: a cell, or a field such as /report/year",
  ),
  was: described(value.clone(), "the value as it was read; null is blank"),
  who: z.string(),
  when: described(z.string(), "ISO date, or date and time"),
  why: z.string(),
};

const correction = z.union([
  described(
    z.strictObject({ ...target, now: described(value.clone(), "the value it should be; null is blank") }),
    "The value is otherwise.",
  ),
  described(
    z.strictObject({ ...target, confirmed: z.literal(true) }),
    "The value is printed so in the original.",
  ),
]);

/** The schema document as committed. */
export function correctionSchemaText(): string {
  const generated = z.toJSONSchema(correction, { target: "draft-2020-12", metadata: registry });
  const document = { $id: "urn:gongkai:schema:correction:1", title: "gongkai correction", ...generated };
  return JSON.stringify(document, null, 2) + "\n";
}

true satisfies Same<z.infer<typeof correction>, Correction>;
