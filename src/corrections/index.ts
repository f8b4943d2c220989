export { correct, type CorrectOptions } from "./apply.ts";
export { correctedValueOf } from "./values.ts";
export { parseCorrections, serializeCorrections, type ParsedCorrections } from "./parse.ts";
