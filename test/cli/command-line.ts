import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Io } from "../../src/cli/terminal/io.ts";
import { run } from "../../src/cli/program.ts";
import { writers } from "../../src/writers/index.ts";
import { drawReport, layOut, plain, renderHtml } from "../support/factory/index.ts";
import type { DrawOptions } from "../support/factory/index.ts";

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What `convert --to` takes. */
export const writersOfConvert: readonly string[] = writers
  .filter(({ kind }) => kind !== "database")
  .map(({ id }) => id);

/** What a test may say of the outside; nothing is taken from the machine it runs on. */
type Outside = Partial<Pick<Io, "columns" | "environment">>;

/** Runs the command line inside this process. */
export async function gongkai(
  argv: readonly string[],
  stdin = "",
  { columns = null, environment = {} }: Outside = {},
): Promise<Outcome> {
  let out = "";
  let err = "";
  const code = await run(argv, {
    stdin: (async function* () {
      yield new TextEncoder().encode(stdin);
    })(),
    out: async (data) => void (out += typeof data === "string" ? data : Buffer.from(data).toString("latin1")),
    err: (text) => void (err += text),
    terminal: false,
    columns,
    environment,
  });
  return { code, out, err: withoutProgress(err) };
}

/** A slow machine says how far it is after two seconds; how slow it is, is no test's affair. */
export function withoutProgress(err: string): string {
  return err.replace(/^(?:\d+ of \d+ (?:documents|files)|已处理 \d+ \/ \d+ .*)\n/gmu, "");
}

/** A new folder with these files in it; whoever asks removes it. */
export function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), "gongkai-"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  return root;
}

/** A report of the 2021 form as a page, without any trouble in it unless asked for. */
export function page(options: DrawOptions = {}): Uint8Array {
  return renderHtml(layOut(drawReport(7, { ...plain, year: 2023, layouts: form2021, ...options })));
}

const form2021 = { proactiveDisclosure: "2021", applications: "2021" } as const;
