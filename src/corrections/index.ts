export { correct, type CorrectOptions } from "./apply.ts";
export { valueOf } from "./values.ts";
export { parseCorrections, serializeCorrections, type ParsedCorrections } from "./parse.ts";
