export { flagsOf, pointersOf, type Flag } from "./flags.ts";
export { cellsOf, numberOf, tableOf, textOf, valueAt, valueAtSteps, type RecordCell } from "./record.ts";
