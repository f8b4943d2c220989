export { finding, formFinding } from "./finding.ts";
export { reservedRules, rules } from "./list.ts";
export { nameOf, placeWords, type Language } from "./names.ts";
export type { Rule } from "./rules/index.ts";
export { word } from "./word.ts";
