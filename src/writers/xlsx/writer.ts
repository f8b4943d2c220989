import type { BinaryWriter } from "../contract/writer.ts";

/** A workbook of each report that prints as its form does. */
export const workbook: BinaryWriter<"xlsx"> = {
  kind: "binary",
  id: "xlsx",
  extension: "xlsx",
  description: "a workbook a report, laid out as the form, findings as comments",
  holds: "one",
  async open(take, { templates, language }) {
    const { xlsxWriter } = await import("./index.ts");
    return {
      add: async (conversion) => take(await xlsxWriter(conversion, templates, language)),
      finish: () => undefined,
    };
  },
};
