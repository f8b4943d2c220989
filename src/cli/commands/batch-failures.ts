import {
  Damaged,
  Held,
  ManifestError,
  MissingInput,
  NoChild,
  OthersOutput,
  OutputAsInput,
  ShardsDiffer,
  Unfinished,
} from "../../batch/index.ts";
import { plainLine } from "../../writers/plain-line.ts";
import { DuckdbMissing } from "../../writers/tables/duckdb.ts";
import type { CommandContext } from "../terminal/context.ts";
import { UsageError } from "../terminal/io.ts";
import { batchWording } from "../wording/batch-wording.ts";
import type { BatchWording } from "../wording/batch-wording.ts";

/**
 * The exit code that tells array jobs not to try again, because another try would fail the same way (no permission to
 * write, shards made under other options). Wrong use ends with 2 as in every command; other failures exit with 1 and
 * may pass.
 */
const notRetryable = 42;

/** Runs a command and turns whatever may go wrong around the documents into one line and an exit code. */
export async function saidOnFailure(
  { io, language, done }: CommandContext,
  action: () => Promise<void>,
): Promise<void> {
  try {
    await action();
  } catch (error) {
    const explained = explain(error, batchWording[language]);
    if (!explained) throw error;
    io.err(plainLine(`gongkai: ${explained.sentence}`) + "\n");
    done(explained.exitCode);
  }
}

type Explained = { readonly sentence: string; readonly exitCode: number };

const misuse = (sentence: string): Explained => ({ sentence, exitCode: 2 });
const never = (sentence: string): Explained => ({ sentence, exitCode: notRetryable });
const later = (sentence: string): Explained => ({ sentence, exitCode: 1 });

/** Shards that ran under other options or another version do not count for this merge, however often it is run. */
function unfinished({ missing, madeBy }: Unfinished, words: BatchWording): Explained {
  if (missing === null) return later(words.noPlan);
  if (madeBy.length === 0) return later(words.unfinished(missing));
  const made = madeBy.map((options) =>
    Object.entries(options)
      .map(([name, value]) => `${name} ${Array.isArray(value) ? value.length : String(value)}`)
      .join(", "),
  );
  return never(words.madeByOthers(missing, made.join("; ")));
}

function shardsDiffer({ inputs, options }: ShardsDiffer, words: BatchWording): Explained {
  if (inputs.length > 0)
    return later(
      words.otherInputs(inputs.map(({ shard, inputs: count }) => `${shard}: ${count}`).join(", ")),
    );
  return never(
    words.otherOptions(options.map(({ option, shards }) => `${option} (${shards.join(", ")})`).join("; ")),
  );
}

function explain(error: unknown, words: BatchWording): Explained | null {
  if (error instanceof UsageError) return misuse(error.message);
  if (error instanceof MissingInput) return misuse(words.missing(error.message));
  if (error instanceof OutputAsInput) return misuse(words.outputAsInput(error.message));
  if (error instanceof OthersOutput) return misuse(words.othersOutput(error.message));
  if (error instanceof Held) return misuse(words.held(error.holder, error.path));
  if (error instanceof ManifestError) return misuse(words.manifest(error.path, error.line, error.reason));
  if (error instanceof DuckdbMissing) return misuse(words.noDuckdb);
  if (error instanceof NoChild) return later(words.noChild);
  if (error instanceof Unfinished) return unfinished(error, words);
  if (error instanceof Damaged) return later(words.damaged(error.path));
  if (error instanceof ShardsDiffer) return shardsDiffer(error, words);
  const { code, path } = error as NodeJS.ErrnoException;
  if (typeof code !== "string" || !/^E[A-Z]+$/.test(code)) return null;
  const lasting = new Set(["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST", "EISDIR"]);
  return lasting.has(code) ? never(words.system(code, path ?? "")) : later(words.system(code, path ?? ""));
}
