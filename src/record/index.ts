export { flagsOf, pointersOf, type Flag } from "./flags.ts";
export { cellsOf, tableOf, valueAt, type RecordCell } from "./record.ts";
