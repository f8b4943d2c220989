import type { DatabaseTable, DatabaseWriter } from "../contract/writer.ts";

/** Thrown when DuckDB is not installed: it takes 70 MB, so only those who want its files install it. */
export class DuckdbMissing extends Error {}

/** A DuckDB database of all tables of a dataset. The engine may not reach the network. */
export const duckdb: DatabaseWriter<"duckdb"> = {
  kind: "database",
  id: "duckdb",
  extension: "duckdb",
  description: "one database of cells, findings, reports and ledger; needs @duckdb/node-api",
  async ready() {
    await loadDuckdb();
  },
  async make(path, tables) {
    const { DuckDBInstance } = await loadDuckdb();
    const database = await DuckDBInstance.create(path);
    const connection = await database.connect();
    try {
      await connection.run("SET autoinstall_known_extensions = false");
      for (const table of tables) await connection.run(filled(table));
    } finally {
      connection.closeSync();
      database.closeSync();
    }
  },
};

function filled({ name, format, files }: DatabaseTable): string {
  const path = literal(files);
  // Nothing is left for DuckDB to guess, because a name may hold quotes and line ends.
  const from =
    format === "parquet"
      ? `read_parquet(${path}, hive_partitioning = false)`
      : `read_csv(${path}, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', new_line = '\\r\\n')`;
  return `CREATE TABLE ${name} AS SELECT * FROM ${from}`;
}

interface Connection {
  readonly run: (sql: string) => Promise<unknown>;
  readonly closeSync: () => void;
}

interface Module {
  readonly DuckDBInstance: {
    readonly create: (
      path: string,
    ) => Promise<{ readonly connect: () => Promise<Connection>; readonly closeSync: () => void }>;
  };
}

/** Throws DuckdbMissing. */
async function loadDuckdb(): Promise<Module> {
  // Named by a variable, so that no compiler or bundler looks for it.
  const name = "@duckdb/node-api";
  try {
    return (await import(name)) as Module;
  } catch (error) {
    throw new DuckdbMissing((error as Error).message);
  }
}

/** A text as an SQL literal. */
function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
