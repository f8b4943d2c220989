import type { Language } from "../../findings/index.ts";
import type { Conversion, Template } from "../../model/index.ts";
import type { LongTable } from "./long-table.ts";

/** One output format; its kind says how its files come to be. */
export type Writer<Id extends string = string> = TextWriter<Id> | BinaryWriter<Id> | DatabaseWriter<Id>;

interface Described<Id extends string> {
  readonly id: Id;
  /** Extension of the files it makes, without the dot. */
  readonly extension: string;
  /** One line for people. */
  readonly description: string;
}

/**
 * Text, written piece by piece, so that a file of many conversions is never held in memory. A file is
 * `header + piece + separator + piece + … + footer`.
 */
export interface TextWriter<Id extends string = string> extends Described<Id>, TextFile {
  readonly kind: "text";
  /** Set where the format writes rows of a table: the same for any table, such as those of a dataset. */
  readonly ofTable?: <Row>(table: LongTable<Row>) => TextFile;
}

export interface TextFile {
  /** `one` for a file that by its nature holds a single conversion, `many` for any number, including none. */
  readonly frame: (holds: "one" | "many") => Frame;
  /** One conversion. `templates` must hold every layout it names. */
  readonly piece: (conversion: Conversion, templates: readonly Template[]) => string;
}

export interface Frame {
  readonly header: string;
  readonly separator: string;
  readonly footer: string;
}

/** Bytes, handed over as they come. */
export type BinaryWriter<Id extends string = string> = Described<Id> &
  BinaryFile & { readonly kind: "binary" } & (
    | { readonly holds: "one"; readonly ofTable?: undefined }
    | {
        /** A file of this format holds many conversions, as the rows of a table. */
        readonly holds: "many";
        /** The same for any table, such as those of a dataset. */
        readonly ofTable: <Row>(table: LongTable<Row>) => BinaryTable;
      }
  );

export interface BinaryFile {
  /** Begins a file, whose bytes go to `take`. */
  readonly open: (take: (bytes: Uint8Array) => void, given: WriterSettings) => Promise<OpenFile>;
}

export interface BinaryTable extends BinaryFile {
  /** Begins a file that is written in two steps; `keep` puts bytes aside until they are asked for again. */
  readonly inSteps: (
    take: (bytes: Uint8Array) => void,
    keep: (bytes: Uint8Array) => () => Uint8Array,
    given: WriterSettings,
  ) => Promise<TableInSteps>;
}

/**
 * A table some of whose columns are `late`: what every other column holds can be packed while further conversions are
 * still being made.
 */
export interface TableInSteps {
  /** The late columns of a conversion's rows as JSON, as far as they are known, to be given to `settle`. */
  readonly draft: (conversion: Conversion) => string;
  /** Takes the late columns of each conversion in the same order as before. */
  readonly settle: (late: string) => void;
  /** As `draft`, of a conversion drafted before; it has as many rows unless all columns are late. */
  readonly late: (conversion: Conversion) => string;
  readonly finish: () => void;
}

export interface WriterSettings {
  /** Every layout that the conversions name. */
  readonly templates: readonly Template[];
  /** That of the findings. */
  readonly language: Language;
  /** Rows that are held before they are written, where the format groups them. */
  readonly rowsPerGroup?: number;
}

/** A file in the making; `finish` must be called once, and nothing after it. */
export interface OpenFile {
  readonly add: (conversion: Conversion) => void | Promise<void>;
  readonly finish: () => void;
}

/** A database of a whole dataset, made from its tables when they are complete; a single conversion has none. */
export interface DatabaseWriter<Id extends string = string> extends Described<Id> {
  readonly kind: "database";
  /** Resolves where what it needs is installed, so that a run need not end to learn that it is not; otherwise rejects. */
  readonly ready: () => Promise<void>;
  /** Makes the file at `path`. Its bytes are the engine's own and may differ from run to run. */
  readonly make: (path: string, tables: readonly DatabaseTable[]) => Promise<void>;
}

/** A table of a database and the files it is filled from. */
export interface DatabaseTable {
  readonly name: string;
  /** Parquet files, or one file of RFC 4180 all of whose columns stay text. */
  readonly format: "parquet" | "csv";
  /** A path, or for Parquet a pattern of paths with `*`. */
  readonly files: string;
}
