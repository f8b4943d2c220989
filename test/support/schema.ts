import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";

export const committedSchema = readFileSync(
  new URL("../../schema/conversion.schema.json", import.meta.url),
  "utf8",
);

export const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
const isConversion = ajv.compile(JSON.parse(committedSchema));
const isReport = ajv.compile({ $ref: "urn:gongkai:schema:conversion:1#/$defs/AnnualReport" });

/** What the schema has against a value, one line each. */
export function complaints(value: unknown): string[] {
  const { schema } = value as { schema?: string };
  const validate = schema === "gongkai/report/1" ? isReport : isConversion;
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
