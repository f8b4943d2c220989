export { flagsOf, pointersOf, type Flag } from "./flags.ts";
export { cellsOf, numberOf, tableOf, textOf, valueAt, type RecordCell } from "./record.ts";
