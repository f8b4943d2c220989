/** Thrown when DuckDB is not installed: it takes 70 MB, so only those who want its files install it. */
export class DuckdbMissing extends Error {}

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

/** Runs statements on a database file, created if need be. The engine may not reach the network. Throws DuckdbMissing. */
export async function duckdb(path: string, statements: readonly string[]): Promise<void> {
  const { DuckDBInstance } = await loadDuckdb();
  const database = await DuckDBInstance.create(path);
  const connection = await database.connect();
  try {
    await connection.run("SET autoinstall_known_extensions = false");
    for (const statement of statements) await connection.run(statement);
  } finally {
    connection.closeSync();
    database.closeSync();
  }
}

/** Resolves when the optional package is there. Throws DuckdbMissing. */
export async function loadDuckdb(): Promise<Module> {
  // Named by a variable, so that no compiler or bundler looks for it.
  const name = "@duckdb/node-api";
  try {
    return (await import(name)) as Module;
  } catch (error) {
    throw new DuckdbMissing((error as Error).message);
  }
}

/** A text as an SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
