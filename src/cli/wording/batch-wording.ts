import type { Language } from "../../index.ts";

/** Every sentence of `batch` and `merge`. */
export interface BatchWording {
  readonly missing: (path: string) => string;
  readonly outputAsInput: (path: string) => string;
  readonly othersOutput: (path: string) => string;
  readonly partsOf: (formats: string) => string;
  readonly badShard: (shard: string) => string;
  readonly badNumber: (option: string, value: string) => string;
  readonly manifest: (
    path: string,
    line: number,
    reason: "no-path-column" | "not-json" | "no-path" | "open-quote",
  ) => string;
  readonly notAFormerName: (path: string, line: number) => string;
  readonly noDuckdb: string;
  readonly noChild: string;
  readonly noPlan: string;
  readonly unfinished: (missing: number) => string;
  readonly damaged: (path: string) => string;
  readonly madeByOthers: (missing: number, made: string) => string;
  readonly otherInputs: (shards: string) => string;
  readonly otherOptions: (options: string) => string;
  readonly held: (
    holder: { readonly host: string; readonly process: number; readonly since: string },
    path: string,
  ) => string;
  readonly notABatch: (folder: string) => string;
  readonly system: (code: string, path: string) => string;
  readonly planning: (inputs: number) => string;
  readonly planned: (inputs: number) => string;
  readonly running: (state: RunState) => string;
  readonly merging: (done: number, total: number) => string;
  readonly shardDone: (shard: string, folder: string) => string;
  readonly done: (inputs: number, records: number, folder: string) => string;
}

export interface RunState {
  readonly done: number;
  readonly total: number | null;
  /** Inputs a second in this run alone. */
  readonly rate: number;
  readonly secondsLeft: number | null;
  readonly converted: number;
  readonly withFindings: number;
  readonly failed: number;
  readonly kept: number;
}

export const batchWording: Readonly<Record<Language, BatchWording>> = {
  en: {
    missing: (path) => `no such file, folder or match: ${path}`,
    outputAsInput: (path) => `${path} is the output folder itself: give another folder to --out`,
    othersOutput: (path) =>
      `${path} was not written by batch, which would replace it: give another folder to --out`,
    partsOf: (formats) => `--parts does not go with --to ${formats}, which has no parts`,
    badShard: (shard) => `${shard} names no shard: give I/N, or /N inside an array job or GNU parallel`,
    badNumber: (option, value) => `${option} must be a number above zero, not ${value}`,
    manifest: (path, line, reason) =>
      `${path}, row ${line}: ` +
      {
        "no-path-column": "the manifest has no column named path",
        "not-json": "not a JSON object",
        "no-path": "the path is missing",
        "open-quote": "a quotation mark is open, or text follows a closing one",
      }[reason],
    notAFormerName: (path, line) =>
      `${path}:${line}: a name, the code of a division of today and a year are needed, then merged or nothing`,
    noDuckdb: "DuckDB files need the package @duckdb/node-api: npm install @duckdb/node-api",
    noChild: "no child process will start: too little memory, or too many processes",
    noPlan:
      "the plan is not whole: a shard has not started, batch --plan-only was not run, or a file of it is damaged",
    damaged: (path) => `a working file was damaged on disk (${path}): run it again`,
    unfinished: (missing) =>
      `${plural(missing, "document")} without a result: a shard has not finished, run it again`,
    madeByOthers: (missing, made) =>
      `${plural(missing, "document")} without a result of this version and options; there are results made by: ${made}`,
    otherInputs: (shards) =>
      `the shards did not find the same inputs, so some may be in none of them (${shards}): run them again on the same inputs`,
    otherOptions: (options) =>
      `shards were run with other options than this merge: ${options}. Run them again with the same`,
    held: ({ host, process, since }, path) =>
      `another run is at work here: process ${process} on ${host}, since ${since}. Wait for it, or if it is gone delete ${path}`,
    notABatch: (folder) => `${folder} is not the output folder of a batch`,
    system: (code, path) => `cannot write the output: ${code} ${path}`.trimEnd(),
    planning: (inputs) => `planning: ${plural(inputs, "input")} so far`,
    planned: (inputs) => `planned ${plural(inputs, "input")}`,
    running: (state) =>
      [
        state.total === null ? String(state.done) : `${state.done}/${state.total}`,
        `${state.rate.toFixed(1)}/s`,
        ...(state.secondsLeft === null ? [] : [`${duration(state.secondsLeft)} left`]),
        `${state.converted} clean, ${state.withFindings} with findings, ${state.failed} failed` +
          (state.kept > 0 ? `, ${state.kept} from before` : ""),
      ].join("  "),
    merging: (done, total) => `writing outputs: ${done}/${total}`,
    shardDone: (shard, folder) => `shard ${shard} is done; when all are: gongkai merge ${folder}`,
    done: (inputs, records, folder) =>
      `${plural(inputs, "input")}, ${plural(records, "record")}: see ${folder}/summary.html`,
  },
  zh: {
    missing: (path) => `没有这个文件、文件夹，也没有匹配项：${path}`,
    outputAsInput: (path) => `${path} 就是输出文件夹：请用 --out 指定另一个文件夹`,
    othersOutput: (path) => `${path} 不是 batch 写的，会被覆盖：请用 --out 指定另一个文件夹`,
    partsOf: (formats) => `--parts 不能与 --to ${formats} 同用，该格式无法分片`,
    badShard: (shard) => `${shard} 不是有效的分片：请写 I/N；在阵列作业或 GNU parallel 中可写 /N`,
    badNumber: (option, value) => `${option} 应为大于零的数，而不是 ${value}`,
    manifest: (path, line, reason) =>
      `${path} 第 ${line} 行：` +
      {
        "no-path-column": "清单没有 path 列",
        "not-json": "不是 JSON 对象",
        "no-path": "缺少路径",
        "open-quote": "引号没有闭合，或闭合的引号后还有文字",
      }[reason],
    notAFormerName: (path, line) =>
      `${path} 第 ${line} 行：应依次为原名、现行区划代码、年份，其后为 merged 或留空`,
    noDuckdb: "写 DuckDB 文件需要 @duckdb/node-api：npm install @duckdb/node-api",
    noChild: "子进程无法启动：内存不足或进程过多",
    noPlan: "计划不完整：有分片尚未开始，没有先运行 batch --plan-only，或计划文件已损坏",
    damaged: (path) => `工作文件在磁盘上已损坏（${path}）：请重新运行`,
    unfinished: (missing) => `还有 ${missing} 份文件没有结果：有分片尚未完成，请重新运行该分片`,
    madeByOthers: (missing, made) =>
      `有 ${missing} 份文件没有本版本、本选项的结果；已有的结果由以下版本和选项生成：${made}`,
    otherInputs: (shards) =>
      `各分片找到的输入不同，有的输入可能不在任何分片中（${shards}）：请对相同的输入重新运行各分片`,
    otherOptions: (options) => `有分片的选项与本次合并不同：${options}。请用相同的选项重新运行`,
    held: ({ host, process, since }, path) =>
      `另一个任务正在此处运行：${host} 上的进程 ${process}，始于 ${since}。请等待其结束；如已不存在，请删除 ${path}`,
    notABatch: (folder) => `${folder} 不是批量转换的输出文件夹`,
    system: (code, path) => `无法写入输出：${code} ${path}`.trimEnd(),
    planning: (inputs) => `正在制定计划：已有 ${inputs} 份输入`,
    planned: (inputs) => `计划完成，共 ${inputs} 份输入`,
    running: (state) =>
      [
        state.total === null ? String(state.done) : `${state.done}/${state.total}`,
        `每秒 ${state.rate.toFixed(1)} 份`,
        ...(state.secondsLeft === null ? [] : [`还需 ${duration(state.secondsLeft)}`]),
        `无问题 ${state.converted}，有问题 ${state.withFindings}，失败 ${state.failed}` +
          (state.kept > 0 ? `，沿用 ${state.kept}` : ""),
      ].join("  "),
    merging: (done, total) => `正在写出结果：${done}/${total}`,
    shardDone: (shard, folder) => `分片 ${shard} 完成；全部完成后运行：gongkai merge ${folder}`,
    done: (inputs, records, folder) => `输入 ${inputs} 份，记录 ${records} 条：见 ${folder}/summary.html`,
  },
};

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function duration(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const two = (number: number): string => String(Math.floor(number)).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
