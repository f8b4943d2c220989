import type { Argument, HelpConfiguration, Option } from "commander";
import type { Language } from "../../index.ts";
import { textWidth } from "../../writers/layout/text-width.ts";
import { wrapped } from "./wrap.ts";

/** The words that commander itself puts into its help; all other texts come from the commands. */
interface Frame {
  readonly titles: Readonly<Record<string, string>>;
  readonly choices: (choices: string) => string;
  readonly byDefault: (value: string) => string;
  readonly extra: (parts: readonly string[]) => string;
}

const frames: Readonly<Record<Language, Frame>> = {
  en: {
    titles: {},
    choices: (choices) => `choices: ${choices}`,
    byDefault: (value) => `default: ${value}`,
    extra: (parts) => ` (${parts.join("; ")})`,
  },
  zh: {
    titles: {
      "Usage:": "用法：",
      "Arguments:": "参数：",
      "Options:": "选项：",
      "Commands:": "命令：",
      "[options]": "[选项]",
      "[command]": "[命令]",
    },
    choices: (choices) => `可选：${choices}`,
    byDefault: (value) => `默认：${value}`,
    extra: (parts) => `（${parts.join("；")}）`,
  },
};

/** How commander lays out its help: in this language, and as wide as the terminal that shows it. */
export function helpConfiguration(language: Language): HelpConfiguration {
  const frame = frames[language];
  const titled = (text: string): string => frame.titles[text] ?? text;
  const usage = (text: string): string => text.split(" ").map(titled).join(" ");
  return {
    optionDescription: (option) => option.description + extraOf(option, frame),
    argumentDescription: (argument) => argument.description + extraOf(argument, frame),
    styleTitle: titled,
    styleUsage: usage,
    styleSubcommandTerm: usage,
    displayWidth: textWidth,
    boxWrap: wrapped,
  };
}

/**
 * The values that may be given, and the default. The default of a switch is left out, because the switch's own text
 * says it.
 */
function extraOf(of: Option | Argument, { choices, byDefault, extra }: Frame): string {
  const value: unknown = of.defaultValue;
  const given = of.defaultValueDescription ?? (typeof value === "boolean" ? undefined : listed(value));
  const parts = [
    ...(of.argChoices ? [choices(of.argChoices.join(", "))] : []),
    ...(given === undefined ? [] : [byDefault(given)]),
  ];
  return parts.length > 0 ? extra(parts) : "";
}

function listed(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  return Array.isArray(value) ? value.join(", ") : String(value);
}
