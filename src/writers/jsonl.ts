import type { Conversion } from "../model/index.ts";
import { inKeyOrder, sourceInOrder } from "./key-order.ts";
import type { TextWriter } from "./contract/writer.ts";

/** One conversion on each line. */
export const jsonl: TextWriter<"jsonl"> = {
  kind: "text",
  id: "jsonl",
  extension: "jsonl",
  description: "the whole conversion, one a line",
  frame: () => ({ header: "", separator: "", footer: "" }),
  piece: (conversion) => onOneLine(inKeyOrder(conversion)) + "\n",
};

/** How the line of a conversion begins: with its source, on which nothing after it depends. */
export function lineStart({ schema, source }: Pick<Conversion, "schema" | "source">): string {
  return onOneLine({ schema, source: sourceInOrder(source) }).slice(0, -1);
}

function onOneLine(value: object): string {
  return lineBreaks.reduce((text, it) => text.replaceAll(it, escaped), JSON.stringify(value));
}

/** JSON allows these characters inside a string, but many line readers break at them. */
const lineBreaks = ["\u0085", "\u2028", "\u2029"];

function escaped(character: string): string {
  return "\\u" + character.charCodeAt(0).toString(16).padStart(4, "0");
}
