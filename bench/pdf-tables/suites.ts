import { readFileSync, readdirSync } from "node:fs";
import type { Cell } from "./relations.ts";

/** One document and the tables that somebody says are in it. */
export interface Case {
  readonly pdf: string;
  readonly tables: readonly (readonly Cell[])[];
}

/** The ICDAR 2013 table competition's EU documents: hand annotation of every table. */
export function icdar(folder: string): Case[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".pdf"))
    .map((name) => {
      const { tables } = JSON.parse(
        readFileSync(`${folder}/${name.replace(".pdf", ".expected.json")}`, "utf8"),
      ) as { tables: readonly { cells: readonly Cell[] }[] };
      return { pdf: `${folder}/${name}`, tables: tables.map(({ cells }) => cells) };
    });
}

type Expected = readonly (readonly [pdf: string, ...names: string[]])[];

/** What camelot's tests expect of its lattice reader, for the options that neither copy nor shift text. */
const RULED: Expected = [
  ["foo.pdf", "data_lattice"],
  ["background_lines_1.pdf", "data_lattice_process_background"],
  ["column_span_2.pdf", "data_lattice_shift_text_left_top"],
  ["twotables_2.pdf", "data_lattice_two_tables_1", "data_lattice_two_tables_2"],
  ["table_region.pdf", "data_lattice_table_regions"],
  ["clockwise_table_1.pdf", "data_lattice_table_rotated"],
  ["anticlockwise_table_1.pdf", "data_lattice_table_rotated"],
  ["multiple_tables.pdf", "data_network_two_tables_b_1", "data_network_two_tables_b_2"],
];

/** What camelot's tests expect of its stream and network readers where there are no ruling lines. */
const UNRULED: Expected = [
  ["health.pdf", "data_stream"],
  ["mexican_towns.pdf", "data_stream_columns"],
  ["anticlockwise_table_2.pdf", "data_network_table_rotated"],
  ["clockwise_table_2.pdf", "data_network_table_rotated"],
  ["superscript.pdf", "data_network_flag_size"],
];

export function camelotRuled(folder: string): Case[] {
  return casesOf(folder, RULED);
}

export function camelotUnruled(folder: string): Case[] {
  return casesOf(folder, UNRULED);
}

function casesOf(folder: string, expected: Expected): Case[] {
  return expected.map(([pdf, ...names]) => ({
    pdf: `${folder}/${pdf}`,
    tables: names.map((name) =>
      cellsOf(JSON.parse(readFileSync(`${folder}/expected/${name}.json`, "utf8")) as string[][]),
    ),
  }));
}

/** Each CSV beside a PDF is one table that tabula-java's tests expect, from one page or region. */
export function tabula(folder: string): Case[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".csv"))
    .map((name) => ({
      pdf: `${folder}/${name.replace(".csv", ".pdf")}`,
      tables: [cellsOf(parseCsv(readFileSync(`${folder}/${name}`, "utf8")))],
    }));
}

function cellsOf(rows: readonly (readonly string[])[]): Cell[] {
  return rows.flatMap((row, r) => row.map((text, c) => ({ r0: r, r1: r, c0: c, c1: c, text })));
}

/** RFC 4180. */
function parseCsv(text: string): string[][] {
  return text
    .trimEnd()
    .split(/\r?\n(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map((line) =>
      line
        .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
        .map((field) => field.replace(/^"([\s\S]*)"$/, "$1").replaceAll('""', '"')),
    );
}
