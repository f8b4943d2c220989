/** Which division of the country an issuer belongs to. This room knows names and codes, and nothing about reports. */
export { placeIssuer, type Placement } from "./place.ts";
export type { PlaceHint } from "./hints.ts";
export { chainOf, divisionTree, type Division, type Level, type Tree } from "./tree.ts";
export { namesNoPlace } from "./generic-names.ts";
export { FORMER_NAMES, type FormerName } from "./former-names.ts";
export { parseFormerNames } from "./parse-former-names.ts";
export { nameTable, type NameLine } from "./name-table.ts";
