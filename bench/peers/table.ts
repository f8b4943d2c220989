import type { PeerFile } from "./files.ts";
import type { Reader } from "./readers.ts";

export interface PeerLine {
  readonly reader: Reader;
  readonly peakMegabytes: number;
  readonly results: readonly PeerResult[];
}

export interface PeerResult {
  readonly file: PeerFile;
  /** Cells that stand under all their labels. */
  readonly placed: number;
  /** Numbers that stand anywhere in what it gave. */
  readonly present: number;
  readonly cpuMilliseconds: number;
}

/** The table of the README. */
export function peerTable(lines: readonly PeerLine[], files: readonly PeerFile[]): string {
  const kinds = [...new Set(files.map(({ kind }) => kind))];
  const header = ["", ...kinds, "CPU ms a DOCX", "CPU ms a PDF", "MB"];
  const rows = lines.map(({ reader, results, peakMegabytes }) => [
    reader.program === null ? reader.id : `${reader.id} ¹`,
    ...kinds.map((kind) => placedOf(results.filter(({ file }) => file.kind === kind))),
    ...["docx", "pdf"].map((format) => cpuOf(results.filter(({ file }) => file.format === format))),
    peakMegabytes === 0 ? "–" : peakMegabytes.toFixed(0),
  ]);
  return [
    `Cells that come back under all their row and column labels, in reports with another number in every cell (${files.length} files, ${files[0]?.wanted.length ?? 0} cells in the first); in brackets: numbers that come back at all, where more do.`,
    "",
    ...[header, header.map((_, index) => (index === 0 ? "---" : "--:")), ...rows].map(
      (row) => `| ${row.join(" | ")} |`,
    ),
    "",
    "¹ A program: CPU with its start. Libraries: warm. CPU is the median; memory the peak, each in a process of its own. Renewed by `npm run bench:peers`.",
  ].join("\n");
}

function placedOf(results: readonly PeerResult[]): string {
  if (results.length === 0) return "–";
  const sum = (of: (result: PeerResult) => number): number =>
    results.reduce((total, result) => total + of(result), 0);
  const share = (part: number): string =>
    `${(Math.floor((part / sum(({ file }) => file.wanted.length)) * 1000) / 10).toFixed(1)} %`;
  const [placed, present] = [sum((result) => result.placed), sum((result) => result.present)];
  return present > placed ? `${share(placed)} (${share(present)})` : share(placed);
}

/** The median CPU time. */
function cpuOf(results: readonly PeerResult[]): string {
  const times = results.map(({ cpuMilliseconds }) => cpuMilliseconds).sort((a, b) => a - b);
  return times.length === 0 ? "–" : times[Math.floor(times.length / 2)]!.toFixed(0);
}
