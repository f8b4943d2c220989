export { correct, type CorrectOptions } from "./apply.ts";
export { parseCorrections, serializeCorrections, type ParsedCorrections } from "./parse.ts";
