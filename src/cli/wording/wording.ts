import type { CommanderError } from "commander";
import type { Language } from "../../index.ts";
import type { Severity } from "../../model/index.ts";

export const languages: readonly Language[] = ["en", "zh"];

/** Every sentence that the command line itself says; sentences about documents come with the diagnostics. */
export interface Wording {
  readonly severity: Readonly<Record<Severity, string>>;
  readonly usage: (error: CommanderError) => string;
  readonly missing: (path: string) => string;
  readonly unreadable: (path: string, code: string) => string;
  readonly slowOcr: (reason: string) => string;
  readonly unwritable: (path: string, code: string) => string;
  readonly needsFolder: (writer: string) => string;
  readonly noDocuments: string;
  readonly standardInputTwice: string;
  readonly sameOutput: (first: string, second: string) => string;
  readonly overwritesInput: (path: string) => string;
  readonly oneFile: (path: string) => string;
  readonly notACorrection: (path: string, line: number, key: string) => string;
  readonly unusedCorrections: (count: number) => string;
  readonly noPage: string;
  readonly noBoxes: (name: string) => string;
  readonly cellsOfPdfOnly: string;
  readonly stageOrWhy: (stages: readonly string[]) => string;
  readonly noCell: (pointer: string) => string;
  readonly progress: (done: number, total: number) => string;
  readonly documents: (count: number) => string;
  readonly converted: string;
  readonly withFindings: (errors: number, warnings: number) => string;
  readonly notUsable: string;
  readonly worstFindings: string;
  readonly more: (count: number) => string;
  readonly sides: (expected: string, actual: string) => string;
  readonly printedAs: (raw: string) => string;
  readonly zeros: (count: number) => string;
  readonly clean: (name: string, held: number, notAssessable: number) => string;
  readonly nothingFilledIn: (name: string, cells: number) => string;
  readonly blankTable: (title: string) => string;
  readonly hiddenNotices: (count: number) => string;
  readonly found: (name: string, errors: number, warnings: number) => string;
}

export const wording: Readonly<Record<Language, Wording>> = {
  en: {
    severity: { error: "error", warning: "warning", notice: "notice" },
    usage: ({ code, message }) =>
      code === "commander.help"
        ? "no command given, see gongkai --help"
        : message.replace(/^error: /, "").replaceAll("\n", " "),
    missing: (path) => `no such file or folder: ${path}`,
    unreadable: (path, code) => `cannot read ${path} (${code})`,
    slowOcr: (reason) => `scans are read by WebAssembly, four times slower: ${reason}`,
    unwritable: (path, code) => `cannot write ${path} (${code})`,
    needsFolder: (writer) =>
      `--to ${writer} makes binary files: name a folder with --out; the output for one report may also go into a file or pipe`,
    noDocuments: "no document found in the folders given",
    standardInputTwice: "standard input (-) can be given once only",
    sameOutput: (first, second) => `${first} and ${second} would be written to the same file`,
    overwritesInput: (path) => `the output would overwrite the input ${path}`,
    oneFile: (path) => `${path} is a folder, one file is needed`,
    notACorrection: (path, line, key) =>
      `${path}, line ${line}, is no correction: ${key} is missing or wrong`,
    unusedCorrections: (count) =>
      `gongkai: ${plural(count, "correction")} not used: made on other files, or on other versions of these`,
    noPage: "the page is not built; run npm run build",
    noBoxes: (name) => `${name} has no positions on a page to draw`,
    stageOrWhy: (stages) => `give --stage (${stages.join(", ")}) or --why and a cell`,
    noCell: (pointer) => `the report has no cell ${pointer}; --stage evidence lists them`,
    cellsOfPdfOnly:
      "stage cells shows the ruling lines of a PDF or OFD; for other formats see --stage tables",
    progress: (done, total) => `${done} of ${total} documents`,
    documents: (count) => plural(count, "document"),
    converted: "converted",
    withFindings: (errors, warnings) =>
      `with findings (${plural(errors, "error")}, ${plural(warnings, "warning")})`,
    notUsable: "not usable",
    worstFindings: "worst findings:",
    more: (count) => `… and ${count} more`,
    sides: (expected, actual) => `expected ${expected}, found ${actual}`,
    printedAs: (raw) => `printed as "${raw}"`,
    zeros: (count) => `${count} more, all 0`,
    clean: (name, held, notAssessable) =>
      `${name}: ${plural(held, "check")} held, ${notAssessable} could not be assessed`,
    nothingFilledIn: (name, cells) =>
      cells === 0
        ? `${name}: there is no table to check`
        : `${name}: nothing is filled in; none of the ${plural(cells, "cell")} of the form has a number`,
    blankTable: (title) => `nothing is filled in in “${title}”`,
    hiddenNotices: (count) => `${plural(count, "notice")} not shown, see --all`,
    found: (name, errors, warnings) => `${name}: ${plural(errors, "error")}, ${plural(warnings, "warning")}`,
  },
  zh: {
    severity: { error: "错误", warning: "警告", notice: "提示" },
    usage: chineseUsage,
    missing: (path) => `文件或文件夹不存在：${path}`,
    unreadable: (path, code) => `无法读取 ${path}（${code}）`,
    slowOcr: (reason) => `扫描件改用 WebAssembly 识别，速度约为四分之一：${reason}`,
    unwritable: (path, code) => `无法写入 ${path}（${code}）`,
    needsFolder: (writer) =>
      `--to ${writer} 生成二进制文件：请用 --out 指定文件夹；仅一份报告时也可重定向到文件或管道`,
    noDocuments: "所给文件夹中没有可读的文件",
    standardInputTwice: "标准输入（-）只能给出一次",
    sameOutput: (first, second) => `${first} 与 ${second} 会写入同一个文件`,
    overwritesInput: (path) => `输出会覆盖输入文件 ${path}`,
    oneFile: (path) => `${path} 是文件夹，此处需要一个文件`,
    notACorrection: (path, line, key) => `${path} 第 ${line} 行不是有效的更正记录：${key} 缺失或有误`,
    unusedCorrections: (count) => `gongkai: 有 ${count} 条更正未采用：所针对的是其他文件或其他版本`,
    noPage: "页面尚未构建，请先运行 npm run build",
    noBoxes: (name) => `${name} 没有页面坐标，无法绘图`,
    stageOrWhy: (stages) => `请给出 --stage（${stages.join("、")}）或 --why 单元格`,
    noCell: (pointer) => `报告中没有单元格 ${pointer}；单元格的写法见 --stage evidence`,
    cellsOfPdfOnly: "cells 阶段仅用于 PDF 和 OFD 的框线；其他格式请用 --stage tables",
    progress: (done, total) => `已处理 ${done} / ${total} 份`,
    documents: (count) => `共 ${count} 份文件`,
    converted: "转换完成",
    withFindings: (errors, warnings) => `有问题（错误 ${errors} 处，警告 ${warnings} 处）`,
    notUsable: "无法使用",
    worstFindings: "主要问题：",
    more: (count) => `……另有 ${count} 项`,
    sides: (expected, actual) => `应为 ${expected}，实为 ${actual}`,
    printedAs: (raw) => `原文“${raw}”`,
    zeros: (count) => `另有 ${count} 格，均为 0`,
    clean: (name, held, notAssessable) => `${name}：${held} 项核对相符，${notAssessable} 项无法核对`,
    nothingFilledIn: (name, cells) =>
      cells === 0 ? `${name}：没有可供核对的表格` : `${name}：表格未填写，表式共 ${cells} 格，均无数值`,
    blankTable: (title) => `“${title}”未填写`,
    hiddenNotices: (count) => `另有 ${count} 条提示未显示，见 --all`,
    found: (name, errors, warnings) => `${name}：错误 ${errors} 处，警告 ${warnings} 处`,
  },
};

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** Commander words its errors in English only; the part that was wrong stands between quotes. */
function chineseUsage({ code, message }: CommanderError): string {
  const [first = "", second = ""] = [...message.matchAll(/'([^']*)'/g)].map((found) => found[1]);
  const choices = /choices are (.*)\.$/.exec(message)?.[1];
  switch (code) {
    case "commander.help":
      return "没有给出命令，见 gongkai --help";
    case "commander.unknownCommand":
      return `没有这个命令：${first}`;
    case "commander.unknownOption":
      return `没有这个选项：${first}`;
    case "commander.missingArgument":
      return `缺少参数：${first}`;
    case "commander.missingMandatoryOptionValue":
      return `缺少选项：${first}`;
    case "commander.conflictingOption":
      return `选项 ${first} 与 ${second} 不能同用`;
    case "commander.optionMissingArgument":
      return `选项缺少值：${first}`;
    case "commander.excessArguments":
      return `参数过多：${first}`;
    case "commander.invalidArgument": {
      const [name, value] = message.startsWith("error: option") ? [first, second] : [second, first];
      return `${name} 的值“${value}”无效` + (choices === undefined ? "" : `，可用：${choices}`);
    }
    default:
      return `用法有误：${first}`;
  }
}
