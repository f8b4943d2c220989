/**
 * What a user would try instead, on the same files: cells that come back under their labels, CPU and memory. The
 * libraries are first installed into bench/peers/node_modules where they are missing. The program renews the tables in
 * README.md, which lists the readers that keep cells, and in bench/peers/README.md, which lists all.
 * Run: npm run bench:peers -- [--documents 4]
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { makeFiles } from "./files.ts";
import type { PeerFile } from "./files.ts";
import { readers } from "./readers.ts";
import type { Reader } from "./readers.ts";
import { peerTable } from "./table.ts";
import type { PeerLine } from "./table.ts";
import { anywhere, underLabels } from "./wanted.ts";
import type { WorkerAnswer } from "./worker.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const { values } = parseArgs({ options: { documents: { type: "string", default: "4" } } });

if (!existsSync(join(here, "node_modules"))) {
  // No install scripts run: nothing here needs one, and these are other people's packages.
  const flags = ["install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts"];
  const { status } = spawnSync("npm", flags, { cwd: here, stdio: "inherit" });
  if (status !== 0) throw new Error("npm could not install the peers");
}

const folder = mkdtempSync(join(tmpdir(), "gongkai-peers-"));
try {
  const files = await makeFiles(folder, Number(values.documents));
  const present = readers.filter(
    ({ program }) => program === null || spawnSync("which", [program]).status === 0,
  );
  const lines = present.map((reader) => measure(reader, files));
  console.log(peerTable(lines, files));
  // The table of the README has no room for readers that give numbers and lose their places.
  renew("../../README.md", peerTable(lines.filter(keepsCells), files));
  renew("README.md", peerTable(lines, files));
} finally {
  rmSync(folder, { recursive: true });
}

function measure(reader: Reader, all: readonly PeerFile[]): PeerLine {
  const files = all.filter(({ format }) => reader.formats.includes(format));
  const run = spawnSync(
    process.execPath,
    ["--import", "tsx", join(here, "worker.ts"), reader.id, ...files.map(({ path }) => path)],
    {
      encoding: "utf8",
      maxBuffer: 1 << 28,
      cwd: join(here, "..", ".."),
    },
  );
  const mark = run.stdout.lastIndexOf("\u0001");
  if (mark < 0) throw new Error(`${reader.id} gave no answer: ${run.stderr.slice(-500)}`);
  const answer = JSON.parse(run.stdout.slice(mark + 1)) as WorkerAnswer;
  process.stderr.write(`${reader.id}: ${answer.files.flatMap(({ error }) => error ?? [])[0] ?? "done"}\n`);
  return {
    reader,
    peakMegabytes: answer.peakMegabytes,
    results: files.map((file, index) => {
      const { output, cpuMilliseconds } = answer.files[index]!;
      const { wanted } = file;
      const held =
        output?.values && wanted.filter(({ path, text }) => output.values![path] === Number(text)).length;
      const placed = held ?? underLabels(output?.tables ?? [], wanted);
      return { file, cpuMilliseconds, placed, present: anywhere(output?.text ?? "", wanted) };
    }),
  };
}

/** Whether at least half of the cells of some kind come back under their labels. */
function keepsCells({ results }: PeerLine): boolean {
  return results.some(({ placed, file }) => placed * 2 >= file.wanted.length);
}

function renew(file: string, table: string): void {
  const path = join(here, file);
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  const marks = /(<!-- peers:start -->\n)[^]*?(<!-- peers:end -->)/;
  if (!marks.test(text)) return;
  writeFileSync(
    path,
    text.replace(marks, (_, start: string, end: string) => `${start}${table}\n${end}`),
  );
}
