import { writeFileSync } from "node:fs";
import { schemaText } from "./conversion-schema.ts";

writeFileSync(new URL("../schema/conversion.schema.json", import.meta.url), schemaText());
