import { ByteWriter, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import type { Column, LongTableValue } from "../contract/long-table.ts";

/** A Parquet file in the making; `finish` must be called once, and nothing after it. */
export interface ParquetFile<Row> {
  readonly add: (rows: Iterable<Row>) => void;
  readonly finish: () => void;
}

export type ParquetColumn<Row> = Pick<Column<Row>, "name" | "type" | "of" | "late">;

export const ROWS_PER_GROUP = 50_000;

/** A table, typed. Hands bytes to `take` as they come; holds one row group. */
export function parquetFile<Row>(
  table: readonly ParquetColumn<Row>[],
  take: (bytes: Uint8Array) => void,
  rowsPerGroup = ROWS_PER_GROUP,
): ParquetFile<Row> {
  const { writer, file } = emptyFile(table);
  const held = heldRows(table);
  const flush = (): void => {
    if (held.count() === 0) return;
    writeRows(file, held.taken(), rowsPerGroup);
    handOver(writer, take);
  };
  return {
    add(rows) {
      for (const row of rows) {
        held.add((at) => table[at]!.of(row));
        if (held.count() === rowsPerGroup) flush();
      }
    },
    finish() {
      flush();
      void file.finish();
      handOver(writer, take);
    },
  };
}

const TYPES = { string: "STRING", integer: "INT32", number: "DOUBLE", boolean: "BOOLEAN" } as const;

export function emptyFile(table: readonly Pick<ParquetColumn<never>, "name" | "type">[]): {
  readonly writer: ByteWriter;
  readonly file: ParquetWriter;
} {
  const writer = new ByteWriter();
  const columnData = table.map(({ name, type }) => ({ name, type: TYPES[type], data: [], nullable: true }));
  const schema = schemaFromColumnData({ columnData });
  // Without the least and the greatest value of a column in each group: in the order of hashes, every group has all of
  // them, and finding them takes a third of the time.
  return { writer, file: new ParquetWriter({ writer, schema, statistics: false, createdBy: "gongkai" }) };
}

/** Writes a row group with one page for each column, because readers take whole groups. */
export function writeRows(
  file: ParquetWriter,
  columnData: ReturnType<ReturnType<typeof heldRows>["taken"]>,
  rowGroupSize: number,
): void {
  void file.write({ columnData, rowGroupSize, pageSize: 0 });
}

/** Hands over what has been written since. */
export function handOver(writer: ByteWriter, take: (bytes: Uint8Array) => void): void {
  take(writer.getBytes().slice());
  writer.index = 0;
}

/** The rows of a row group, column by column. */
export function heldRows(table: readonly Pick<ParquetColumn<never>, "name" | "type">[]) {
  let columns: (LongTableValue | null)[][] = table.map(() => []);
  let rows = 0;
  return {
    count: () => rows,
    add(valueAt: (column: number) => LongTableValue | null | undefined): void {
      for (let at = 0; at < columns.length; at++) columns[at]!.push(valueAt(at) ?? null);
      rows += 1;
    },
    /** The rows as the library takes them; none are held afterwards. */
    taken() {
      // Without an offset index, which would stay in memory until the end: long tables are read in whole row groups.
      const taken = table.map(({ name, type }, at) => ({
        name,
        type: TYPES[type],
        data: columns[at]!,
        offsetIndex: false,
      }));
      columns = table.map(() => []);
      rows = 0;
      return taken;
    },
  };
}
