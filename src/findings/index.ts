export { finding, formFinding } from "./finding.ts";
export { reservedRules, rules } from "./list.ts";
export { cellName, nameOf, placeWords, type Language } from "./names.ts";
export { ruleEntry, type Rule } from "./rules/index.ts";
export { word } from "./word.ts";
