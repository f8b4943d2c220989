import type { Command } from "commander";
import type { Language } from "../../index.ts";

/** What a manual page says in addition to the commands' own words. */
interface Manual {
  readonly sections: Readonly<
    Record<"name" | "synopsis" | "description" | "commands" | "status" | "environment", string>
  >;
  readonly about: string;
  readonly description: readonly string[];
  readonly status: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
}

const manuals: Readonly<Record<Language, Manual>> = {
  en: {
    sections: {
      name: "NAME",
      synopsis: "SYNOPSIS",
      description: "DESCRIPTION",
      commands: "COMMANDS",
      status: "EXIT STATUS",
      environment: "ENVIRONMENT",
    },
    about: "Chinese statutory disclosure reports as checked, traceable data",
    description: [
      "A number is right, or it is flagged. Blank is not zero, nothing is repaired quietly, and every value can say where it stood in its source.",
      "Data go to standard output, what is said about them to standard error.",
    ],
    status: { "0": "fine", "1": "findings", "2": "unusable input or bad usage" },
    environment: {
      "LC_ALL, LC_MESSAGES, LANG":
        "the first that is set names the language: Chinese where it begins with zh, English otherwise",
      NO_COLOR: "no colour where it is set to anything",
      FORCE_COLOR: "colour even where the output is no terminal, unless it is 0",
    },
  },
  zh: {
    sections: {
      name: "名称",
      synopsis: "用法",
      description: "说明",
      commands: "命令",
      status: "退出状态",
      environment: "环境变量",
    },
    about: "将政府信息公开工作年度报告转换为经过核对、可追溯的数据",
    description: [
      "数值要么正确，要么带有标记。空白不当作零，不作任何未说明的修补，每个数值都能指出在原文中的位置。",
      "数据写到标准输出，有关说明写到标准错误输出。",
    ],
    status: { "0": "正常", "1": "有问题", "2": "输入无法使用或用法有误" },
    environment: {
      "LC_ALL, LC_MESSAGES, LANG": "依次取已设置的第一个作为语言：以 zh 开头为中文，其他为英文",
      NO_COLOR: "设为任意值时不着色",
      FORCE_COLOR: "输出不是终端时也着色，设为 0 时除外",
    },
  },
};

/**
 * The manual page of a program (man(7)) in ASCII; other characters are written as escapes that both groff and mandoc
 * read.
 */
export function manualPage(program: Command, language: Language): string {
  const { sections, about, description, status, environment } = manuals[language];
  const list = (items: Readonly<Record<string, string>>): string[] =>
    Object.entries(items).flatMap(([term, text]) => [".TP", `.B ${roff(term)}`, roff(text)]);
  return [
    `.TH GONGKAI 1 "" "gongkai ${roff(program.version() ?? "")}"`,
    // Chinese has no spaces with which to justify a line.
    ".ad l",
    `.SH ${roff(sections.name)}`,
    `gongkai \\- ${roff(about)}`,
    `.SH ${roff(sections.synopsis)}`,
    ...usageOf(program),
    `.SH ${roff(sections.description)}`,
    ...description.flatMap((text) => [".PP", roff(text)]).slice(1),
    ...optionsOf(program),
    `.SH ${roff(sections.commands)}`,
    ...program.commands.flatMap((command) => commandOf(command)),
    `.SH ${roff(sections.status)}`,
    ...list(status),
    `.SH ${roff(sections.environment)}`,
    ...list(environment),
    "",
  ].join("\n");
}

function commandOf(command: Command): readonly string[] {
  const own = [`.SS ${roff(fullName(command))}`, ...usageOf(command), ".PP", roff(command.description())];
  return [...own, ...optionsOf(command), ...command.commands.flatMap((it) => commandOf(it))];
}

function usageOf(command: Command): readonly string[] {
  const help = command.createHelp();
  const [name, ...rest] = help.styleUsage(help.commandUsage(command)).split(fullName(command));
  return [
    `.B ${roff(name + fullName(command))}`,
    ...rest.map((it) => roff(it.trim())).filter((it) => it !== ""),
  ];
}

function fullName(command: Command): string {
  return command.parent ? `${fullName(command.parent)} ${command.name()}` : command.name();
}

function optionsOf(command: Command): readonly string[] {
  const help = command.createHelp();
  const items = [
    ...command.registeredArguments.map((it) => [`<${help.argumentTerm(it)}>`, help.argumentDescription(it)]),
    ...command.options.map((it) => [help.optionTerm(it), help.optionDescription(it)]),
  ];
  return items.flatMap(([term = "", text = ""]) => [".TP", `.B ${roff(term)}`, roff(text)]);
}

/**
 * Text as roff prints it: hyphens can be copied, no line is taken for a request, and a line may break between Chinese
 * characters.
 */
function roff(text: string): string {
  return text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replace(/^(?=[.'])/u, "\\&")
    .replaceAll(/(?<=[\p{Script=Han}、，。；：）”])(?=[\p{Script=Han}（“])/gu, "\\:")
    .replaceAll(
      /[^\n -~]/gu,
      (it) => `\\[u${it.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}]`,
    );
}
