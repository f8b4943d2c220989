/**
 * The converter without any reader, for bundles: `converter({ adapters: [docx] })` with adapters of
 * `gongkai/adapters/…`.
 */
export type * from "./model/index.ts";
export { converter } from "./converter.ts";
export type { ConvertOptions, Converter, Readers, ReadOptions } from "./converter.ts";
export type { SourceInput } from "./input.ts";
export {
  cellsOf,
  flagsOf,
  numberOf,
  tableOf,
  textOf,
  valueAt,
  type Flag,
  type RecordCell,
} from "./record/index.ts";
