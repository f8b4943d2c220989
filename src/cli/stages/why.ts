import { asPrinted } from "../../arithmetic/open-rows.ts";
import { tablePointer } from "../../arithmetic/paths.ts";
import { read } from "../../convert.ts";
import { concluded } from "../../converter.ts";
import { nameOf, placeWords } from "../../findings/index.ts";
import type { Language } from "../../findings/index.ts";
import { drawRow, drawValue, wayOf } from "../../mapper/draw.ts";
import type { CellWay } from "../../mapper/draw.ts";
import type { MappingStages } from "../../mapper/index.ts";
import type { Conversion, Place, Source, Template } from "../../model/index.ts";
import { pointersOf, valueAt } from "../../record/index.ts";
import { plainLine } from "../../writers/plain-line.ts";
import { alignedRows } from "../terminal/rows.ts";
import type { CommandContext } from "../terminal/context.ts";
import { outcomeSentence } from "../terminal/tally.ts";
import { wording } from "../wording/wording.ts";
import { evidenceMarks } from "./evidence.ts";
import { mappingStages, type StageView } from "./index.ts";

const TABLES = "/report/tables/";

/** How one cell came to its value, from the box it stood in to the record, with the candidates that were not taken. */
export async function why(
  source: Source,
  path: string,
  { language }: CommandContext,
  templates: readonly Template[],
): Promise<StageView | string> {
  const reading = await read(source);
  const conversion = await concluded([source], reading, { language, templates }, () => false);
  if (conversion.report === null) return outcomeSentence(conversion);
  const pointer = path.startsWith("/") ? path : TABLES + path.replaceAll(".", "/");
  const entry = conversion.evidence[pointer];
  const value = valueAt(conversion.report, pointer);
  if (entry === undefined || value === undefined) return wording[language].noCell(path);
  const stages = mappingStages(reading, templates);
  const say = names[language];
  const rows: (readonly [string, string])[] = [
    [
      say.cell,
      nameOf(pointer, {
        templates: asPrinted(templates, conversion.report),
        layouts: conversion.layouts,
      }),
    ],
    [say.value, `${JSON.stringify(value)} (${entry.status})`],
    [say.printed, entry.raw === null ? say.nothing : JSON.stringify(entry.raw)],
    [say.place, entry.at === null ? say.nowhere : `${placeWords(entry.at, language)}${boxWords(entry.at)}`],
    ...candidates(conversion, pointer).map((text) => [say.layout, text] as const),
    ...(stages === null ? [] : mapperRows(stages, pointer, say)),
    ...findingsOn(conversion, pointer).map((text) => [say.finding, text] as const),
  ];
  return {
    text: `${pointer}\n${alignedRows(rows.map(([name, text]) => [name, plainLine(text)]))}`,
    marks: evidenceMarks({ ...conversion, evidence: { [pointer]: entry } }),
  };
}

/** Left, top, right and bottom on the page, in points. */
function boxWords({ box }: Place): string {
  return box === undefined ? "" : ` [${box.map((side) => Math.round(side)).join(" ")}]`;
}

function mapperRows(
  { fits, assignments }: MappingStages,
  pointer: string,
  say: Names,
): (readonly [string, string])[] {
  const way = wayOf(pointer, fits);
  if (way === undefined) return [];
  const { known, printed, match, rivals } = way.rowFit;
  if (printed === null) return [[say.row, say.notFound]];
  const assignment = assignments.get(way.rowFit);
  const value = assignment?.values[way.column];
  return [
    [say.row, `${match.kind} ${match.score} <- ${drawRow(printed)}`],
    [say.column, headingOf(way) ?? say.noHeading],
    [
      say.taken,
      `${assignment?.how ?? "-"} ${value ? drawValue(value) : "-"} (${known.block.columns.length})`,
    ],
    ...rivals.map((rival) => [say.other, drawRow(rival.printed)] as const),
  ];
}

/** The printed heading of the cell's column. */
function headingOf({ rowFit: { header }, column }: CellWay): string | undefined {
  const printed = header?.columns[column];
  return printed ? `${printed.text} @${printed.column}` : undefined;
}

/** The layouts that were compared for the cell's table, the chosen one first. */
function candidates({ candidates, layouts }: Conversion, pointer: string): string[] {
  return candidates
    .filter(({ table }) => pointer.startsWith(`${tablePointer(table)}/`))
    .sort((a, b) => Number(b.layout === layouts[b.table]) - Number(a.layout === layouts[a.table]))
    .map(({ layout, score, rowsMatched, rows, columnsMatched, columns }, index) =>
      [index === 0 ? "*" : "-", layout, score, `${rowsMatched}/${rows}`, `${columnsMatched}/${columns}`].join(
        " ",
      ),
    );
}

/** The findings about the cell, notices included, or about its table. */
function findingsOn({ diagnostics }: Conversion, pointer: string): string[] {
  const isAbout = (path: string) => pointer === path || pointer.startsWith(`${path}/`);
  return diagnostics
    .filter((diagnostic) => pointersOf(diagnostic).some(isAbout))
    .map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);
}

interface Names {
  readonly cell: string;
  readonly value: string;
  readonly printed: string;
  readonly place: string;
  readonly layout: string;
  readonly row: string;
  readonly column: string;
  readonly taken: string;
  readonly other: string;
  readonly finding: string;
  readonly nothing: string;
  readonly nowhere: string;
  readonly notFound: string;
  readonly noHeading: string;
}

const names: Readonly<Record<Language, Names>> = {
  en: {
    cell: "cell",
    value: "value",
    printed: "printed",
    place: "place",
    layout: "layout",
    row: "row",
    column: "column",
    taken: "taken",
    other: "not taken",
    finding: "finding",
    nothing: "nothing",
    nowhere: "nowhere",
    notFound: "not found",
    noHeading: "no heading read",
  },
  zh: {
    cell: "单元格",
    value: "数值",
    printed: "原文",
    place: "位置",
    layout: "表式",
    row: "行",
    column: "列",
    taken: "取值",
    other: "未采用",
    finding: "发现",
    nothing: "无",
    nowhere: "无",
    notFound: "未找到",
    noHeading: "未读到列标题",
  },
};
