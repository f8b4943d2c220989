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
  const kept: (readonly Kept[])[] = [];
  // Who converts beside this would wait for a whole group, so its columns are encoded one by one with the conversions
  // that follow.
  const waiting: (() => void)[] = [];
  const encodeWaiting = (): void => {
    while (waiting.length > 0) waiting.shift()!();
  };
  const keepGroup = (): void => {
    encodeWaiting();
    const count = heldEarly.count();
    const columns: Kept[] = [];
    for (const [at, held] of heldEarly.taken().entries())
      waiting.push(() => {
        const { bytes, ...rest } = encoded(early[at]!, held, count);
        columns.push({ ...rest, bytes: keep(bytes) });
      });
    kept.push(columns);
  };
  const writeGroup = (): void => {
    if (early.length > 0 && kept.length === 0) keepGroup();
    encodeWaiting();
    const count = heldLate.count();
    const ofLate = heldLate.taken().map((held, at) => encoded(late[at]!, held, count));
    const ofEarly = kept.shift()?.map((it) => ({ ...it, bytes: it.bytes() })) ?? [];
    const byName = new Map([...ofEarly, ...ofLate].map((it) => [it.name, it]));
    const begin = writer.offset;
    const columns = table.map(({ name }) => {
      const { bytes, chunk } = byName.get(name)!;
      const moved = movedBy(BigInt(writer.offset) - chunk.file_offset, chunk);
      writer.appendBytes(bytes);
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
    draft(rows) {
      waiting.shift()?.();
      return runs(late, rows, (row) => {
        if (early.length === 0) return;
        heldEarly.add((at) => early[at]!.of(row));
        if (heldEarly.count() === rowsPerGroup) keepGroup();
      });
    },
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

/** A column of a row group; `chunk` describes it as in a file of its own. */
interface Encoded {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly chunk: Chunk;
}

interface Kept extends Omit<Encoded, "bytes"> {
  readonly bytes: () => Uint8Array;
}

function encoded(
  column: ParquetColumn<never>,
  held: ReturnType<ReturnType<typeof heldRows>["taken"]>[number],
  rows: number,
): Encoded {
  const { writer, file } = emptyFile([column]);
  writeRows(file, [held], rows);
  const [chunk] = file.row_groups[0]!.columns;
  const start = Number(chunk!.file_offset);
  const end = start + Number(chunk!.meta_data!.total_compressed_size);
  return { name: column.name, bytes: writer.getBytes().subarray(start, end), chunk: chunk! };
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
