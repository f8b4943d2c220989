/** Which division of the country an issuer belongs to. Knows names and codes, nothing of reports. */
export { placeIssuer, type PlaceHint, type Placement } from "./place.ts";
export { chainOf, divisionTree, type Division, type Level, type Tree } from "./tree.ts";
export { FORMER_NAMES } from "./former-names.ts";
