import { inKeyOrder } from "./key-order.ts";
import type { TextWriter } from "./contract/writer.ts";

/** One conversion on each line. */
export const jsonl: TextWriter<"jsonl"> = {
  kind: "text",
  id: "jsonl",
  extension: "jsonl",
  description: "the whole conversion, one a line",
  frame: () => ({ header: "", separator: "", footer: "" }),
  piece: (conversion) => JSON.stringify(inKeyOrder(conversion)).replace(lineBreak, escaped) + "\n",
};

/** JSON allows these characters inside a string, but many line readers break at them. */
const lineBreak = /[\u0085\u2028\u2029]/g;

function escaped(character: string): string {
  return "\\u" + character.charCodeAt(0).toString(16).padStart(4, "0");
}
