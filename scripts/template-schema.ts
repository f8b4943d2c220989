import * as z from "zod/mini";
import { templateRegistry, templateSchema } from "../src/templates/schema.ts";

/** The schema of template files as committed: what an author writes, with defaults left out. */
export function templateSchemaText(): string {
  const generated = z.toJSONSchema(templateSchema, {
    target: "draft-2020-12",
    io: "input",
    metadata: templateRegistry,
  });
  const document = { $id: "urn:gongkai:schema:template:1", title: "gongkai form family", ...generated };
  return JSON.stringify(document, null, 2) + "\n";
}
