import type { LongTableValue } from "../contract/long-table.ts";
import { ROWS_PER_GROUP, emptyFile, handOver, heldRows, writeRows } from "./parquet-file.ts";
import type { ParquetColumn } from "./parquet-file.ts";

/** See `TableInSteps`. */
interface ParquetInSteps<Row> {
  readonly draft: (rows: Iterable<Row>) => string;
  readonly late: (rows: Iterable<Row>) => string;
  readonly settle: (late: string) => void;
  readonly finish: () => void;
}

/**
 * Writes the same bytes as `parquetFile` in two steps. Parquet stores a row group column by column, so that the columns
 * known early are encoded and kept, and the late ones join them.
 */
export function parquetInSteps<Row>(
  table: readonly ParquetColumn<Row>[],
  {
    take,
    keep,
  }: {
    readonly take: (bytes: Uint8Array) => void;
    readonly keep: (bytes: Uint8Array) => () => Uint8Array;
  },
  rowsPerGroup = ROWS_PER_GROUP,
): ParquetInSteps<Row> {
  const early = table.filter(({ late }) => !late);
  const late = table.filter((column) => column.late);
  const { writer, file } = emptyFile(table);
  const [heldEarly, heldLate] = [heldRows(early), heldRows(late)];
  const kept: Kept[] = [];
  const keepGroup = (): void => {
    const { bytes, columns } = encoded(early, heldEarly);
    kept.push({ bytes: keep(bytes), columns });
  };
  const writeGroup = (): void => {
    if (early.length > 0 && kept.length === 0) keepGroup();
    const first = kept.shift();
    const count = heldLate.count();
    const groups = [encoded(late, heldLate), ...(first ? [{ ...first, bytes: first.bytes() }] : [])];
    const begin = writer.offset;
    const columns = table.map(({ name }) => {
      const { bytes, columns } = groups.find((group) => group.columns.has(name))!;
      const { chunk, start, length } = columns.get(name)!;
      const moved = movedBy(BigInt(writer.offset - start), chunk);
      writer.appendBytes(bytes.subarray(start, start + length));
      return moved;
    });
    file.row_groups.push({
      columns,
      total_byte_size: columns.reduce((sum, it) => sum + it.meta_data!.total_uncompressed_size, 0n),
      num_rows: BigInt(count),
      total_compressed_size: BigInt(writer.offset - begin),
    });
    file.num_rows += BigInt(count);
    handOver(writer, take);
  };
  return {
    draft: (rows) =>
      runs(late, rows, (row) => {
        if (early.length === 0) return;
        heldEarly.add((at) => early[at]!.of(row));
        if (heldEarly.count() === rowsPerGroup) keepGroup();
      }),
    late: (rows) => runs(late, rows, () => undefined),
    settle(text) {
      for (const [count, values] of JSON.parse(text) as Run[])
        for (let row = 0; row < count; row++) {
          heldLate.add((at) => values[at]);
          if (heldLate.count() === rowsPerGroup) writeGroup();
        }
    },
    finish() {
      if (heldLate.count() > 0) writeGroup();
      void file.finish();
      handOver(writer, take);
    },
  };
}

/** Values of the late columns, and how many rows in a row have them. */
type Run = [count: number, values: (LongTableValue | null)[]];

function runs<Row>(
  late: readonly ParquetColumn<Row>[],
  rows: Iterable<Row>,
  each: (row: Row) => void,
): string {
  const found: Run[] = [];
  for (const row of rows) {
    const values = late.map(({ of }) => of(row) ?? null);
    const last = found.at(-1);
    if (last && values.every((value, at) => value === last[1][at])) last[0] += 1;
    else found.push([1, values]);
    each(row);
  }
  return JSON.stringify(found);
}

type Chunk = ReturnType<typeof emptyFile>["file"]["row_groups"][number]["columns"][number];

/** Some columns of a row group, each with its place in the bytes. */
interface Encoded {
  readonly bytes: Uint8Array;
  readonly columns: ReadonlyMap<string, { chunk: Chunk; start: number; length: number }>;
}

interface Kept extends Pick<Encoded, "columns"> {
  readonly bytes: () => Uint8Array;
}

function encoded(table: readonly ParquetColumn<never>[], held: ReturnType<typeof heldRows>): Encoded {
  const { writer, file } = emptyFile(table);
  const rowGroupSize = held.count();
  writeRows(file, held.taken(), rowGroupSize);
  const columns = file.row_groups[0]!.columns.map((chunk) => {
    const [start, length] = [Number(chunk.file_offset), Number(chunk.meta_data!.total_compressed_size)];
    return [chunk.meta_data!.path_in_schema[0]!, { chunk, start, length }] as const;
  });
  return { bytes: writer.getBytes(), columns: new Map(columns) };
}

function movedBy(bytes: bigint, chunk: Chunk): Chunk {
  const { data_page_offset, dictionary_page_offset, ...rest } = chunk.meta_data!;
  return {
    ...chunk,
    file_offset: chunk.file_offset + bytes,
    meta_data: {
      ...rest,
      data_page_offset: data_page_offset + bytes,
      ...(dictionary_page_offset === undefined
        ? {}
        : { dictionary_page_offset: dictionary_page_offset + bytes }),
    },
  };
}
