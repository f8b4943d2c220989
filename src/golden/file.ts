import { open, rename, rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import type { CellState, Snapshot } from "./snapshot.ts";

/**
 * Lines of JSON: a head, then a line for each document in the order of `inOrder`. The paths of a form's cells are
 * written once, on a line of their own before the first document that has them, so that 100,000 documents take about
 * 150 MB.
 */
const schema = "gongkai/golden/1";

/** Thrown for a file that is no snapshot, or was cut off or edited; the message says where. */
export class GoldenFileError extends Error {
  readonly line: number;
  constructor(line: number) {
    super(`line ${line} is not of ${schema}`);
    this.line = line;
  }
}

/** Snapshots one by one, and the version of gongkai that made them. Throws GoldenFileError, and the system's errors. */
export async function readGolden(
  path: string,
): Promise<{ readonly version: string; readonly snapshots: AsyncGenerator<Snapshot> }> {
  const handle = await open(path);
  const lines = createInterface({
    input: handle.createReadStream({ encoding: "utf8" }),
    crlfDelay: Infinity,
  })[Symbol.asyncIterator]();
  const head = parse((await lines.next()).value, 1);
  if (head.schema !== schema || typeof head.version !== "string") throw new GoldenFileError(1);
  return { version: head.version, snapshots: snapshotsOf(lines) };
}

async function* snapshotsOf(lines: AsyncIterator<string>): AsyncGenerator<Snapshot> {
  const forms = new Map<number, readonly string[]>();
  let last: string | null = null;
  for (let number = 2; ; number += 1) {
    const { value, done } = await lines.next();
    if (done) return;
    const line = parse(value, number);
    if (isForm(line)) forms.set(line.form, line.cells);
    else if (isDocument(line) && forms.has(line.form) && (last === null || inOrder(last, line.name) < 0)) {
      last = line.name;
      yield thaw(line, forms.get(line.form)!, number);
    } else throw new GoldenFileError(number);
  }
}

/** The order in which archives are walked: folder by folder, names by code unit, a folder's files at its name. */
export function inOrder(first: string, second: string): number {
  const [one, other] = [first.split("/"), second.split("/")];
  const at = one.findIndex((step, index) => step !== other[index]);
  if (at < 0) return one.length - other.length;
  return other[at] === undefined || one[at]! > other[at] ? 1 : -1;
}

export interface GoldenWriter {
  readonly write: (snapshot: Snapshot) => Promise<void>;
  /** Puts the file in its place; until then the old one remains. */
  readonly finish: () => Promise<void>;
  readonly discard: () => Promise<void>;
}

/** Documents must come in order. Throws the system's errors. */
export async function writeGolden(path: string, version: string): Promise<GoldenWriter> {
  const part = `${path}.part`;
  const handle = await open(part, "w");
  const forms = new Map<string, number>();
  const line = (value: object): Promise<unknown> => handle.write(`${JSON.stringify(value)}\n`);
  await line({ schema, version });
  return {
    async write({ cells, ...rest }) {
      const paths = [...cells.keys()];
      const key = paths.join("\n");
      if (!forms.has(key)) {
        forms.set(key, forms.size);
        await line({ form: forms.get(key), cells: paths });
      }
      const states = [...cells.values()];
      const flagged = states.flatMap((state, index) => (state.flagged ? [index] : []));
      await line({ ...rest, form: forms.get(key), values: states.map(({ value }) => value), flagged });
    },
    async finish() {
      await handle.close();
      await rename(part, path);
    },
    async discard() {
      await handle.close();
      await rm(part);
    },
  };
}

interface FormLine {
  readonly form: number;
  readonly cells: readonly string[];
}

interface DocumentLine extends Omit<Snapshot, "cells"> {
  readonly form: number;
  readonly values: readonly (number | string | null)[];
  /** Indexes from 0 into the form's cells. */
  readonly flagged: readonly number[];
}

function parse(text: string | undefined, number: number): Readonly<Record<string, unknown>> {
  try {
    const line: unknown = JSON.parse(text ?? "");
    if (typeof line === "object" && line !== null) return line as Readonly<Record<string, unknown>>;
  } catch {
    // The error is raised below, with the number of the line.
  }
  throw new GoldenFileError(number);
}

function isForm(line: object): line is FormLine {
  return "cells" in line && Array.isArray(line.cells) && "form" in line && typeof line.form === "number";
}

function isDocument(line: object): line is DocumentLine {
  const { name, form, values, flagged, layouts, fields } = line as Partial<DocumentLine>;
  return (
    typeof name === "string" &&
    typeof form === "number" &&
    Array.isArray(values) &&
    Array.isArray(flagged) &&
    [layouts, fields].every((part) => typeof part === "object" && part !== null)
  );
}

function thaw(line: DocumentLine, paths: readonly string[], number: number): Snapshot {
  const { name, sha256, outcome, layouts, fields, prose, values, flagged } = line;
  if (paths.length !== values.length) throw new GoldenFileError(number);
  const doubted = new Set(flagged);
  const state = (value: CellState["value"], index: number): CellState => ({
    value,
    flagged: doubted.has(index),
  });
  return {
    name,
    sha256,
    outcome,
    layouts,
    fields,
    prose,
    cells: new Map(values.map((value, index) => [paths[index]!, state(value, index)])),
  };
}
