import { writeFileSync } from "node:fs";
import { schemaText } from "./conversion-schema.ts";
import { correctionSchemaText } from "./correction-schema.ts";
import { templateSchemaText } from "./template-schema.ts";

writeFileSync(new URL("../schema/conversion.schema.json", import.meta.url), schemaText());
writeFileSync(new URL("../schema/correction.schema.json", import.meta.url), correctionSchemaText());
writeFileSync(new URL("../schema/template.schema.json", import.meta.url), templateSchemaText());
