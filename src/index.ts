/** gongkai: statutory disclosure reports (政府信息公开工作年度报告) to normalized, checked, traceable records. */
export * from "./core.ts";
export { convert, read } from "./convert.ts";
export { convertEach } from "./convert-each.ts";
export { adapters, detect } from "./adapters/index.ts";
export { drawPageSvg, readOfdPages, readPages, type AnalysedPage } from "./adapters/pages.ts";
export type { Glyph, Page } from "./adapters/page/sheet/page.ts";
export type { Fragment } from "./adapters/page/sheet/table.ts";
export type { TextLine } from "./adapters/page/sheet/text.ts";
export { layouts, rebuild } from "./tables/index.ts";
export type { Layout } from "./tables/layout.ts";
export { drawGrid } from "./tables/draw.ts";
export { mapReport, type MapOptions, type Mapping } from "./mapper/index.ts";
export { readValue, type ReadValue } from "./printed/numbers.ts";
export { correct, parseCorrections, serializeCorrections } from "./corrections/index.ts";
export type { CorrectOptions, ParsedCorrections } from "./corrections/index.ts";
export { checkReport } from "./checks/index.ts";
export { templates, withBuiltIn } from "./templates/index.ts";
export { parseTemplate } from "./parse-template.ts";
export { serializeTemplate, type ParsedTemplate, type TemplateProblem } from "./templates/load.ts";
export { formCells, type FormCell } from "./arithmetic/paths.ts";
export { formsOf, panelCells, issuerKey, parseMergers, startPanel } from "./panel/index.ts";
export type { CrossYearRule } from "./panel/rules/rule.ts";
export type { Forms } from "./panel/record.ts";
export type {
  Panel,
  PanelCell,
  PanelFinding,
  PanelIssuer,
  PanelOptions,
  PanelReport,
  PanelYear,
} from "./panel/index.ts";
export { defaultLimits } from "./limits.ts";
export type { NamingContext } from "./findings/names.ts";
export type { WordingContext } from "./findings/word.ts";
export { finding, nameOf, placeWords, rules, word, type Language, type Rule } from "./findings/index.ts";
export { write, writers, type WriterId } from "./writers/index.ts";
export type { LongTable } from "./writers/contract/long-table.ts";
export type {
  BinaryFile,
  BinaryWriter,
  DatabaseTable,
  DatabaseWriter,
  Frame,
  OpenFile,
  TextFile,
  TextWriter,
  Writer,
  WriterSettings,
} from "./writers/contract/writer.ts";
