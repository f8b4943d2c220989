import { inKeyOrder } from "./key-order.ts";
import type { TextWriter } from "./contract/writer.ts";

/** The conversion itself, indented by two spaces; an array where a file holds many. */
export const json: TextWriter<"json"> = {
  kind: "text",
  id: "json",
  extension: "json",
  description: "the whole conversion, indented; an array for several",
  frame: (holds) =>
    holds === "one"
      ? { header: "", separator: "", footer: "\n" }
      : { header: "[\n", separator: ",\n", footer: "\n]\n" },
  piece: (conversion) => JSON.stringify(inKeyOrder(conversion), null, 2),
};
