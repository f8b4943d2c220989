import type { Conversion, Correction } from "../../src/model/index.ts";
import type { Expected } from "./expected.ts";

const TABLES = "/report/tables/";

/** What a document says according to people who looked at the original and decided about some of its values. */
export function decided(
  expected: Expected,
  { source }: Pick<Conversion, "source">,
  decisions: readonly Correction[],
): Expected {
  const own = decisions.filter((decision) => decision.source.sha256 === source.sha256);
  if (own.length === 0) return expected;
  const told = own.map(
    (decision) => [decision.pointer, "now" in decision ? decision.now : decision.was] as const,
  );
  const cells = told.filter(([pointer]) => pointer.startsWith(TABLES));
  const fields = told.filter(([pointer]) => !pointer.startsWith(TABLES));
  return {
    ...expected,
    values: {
      ...expected.values,
      ...Object.fromEntries(cells.map(([pointer, value]) => [pathOf(pointer, TABLES), value])),
    },
    fields: {
      ...expected.fields,
      ...Object.fromEntries(fields.map(([pointer, value]) => [pathOf(pointer, "/report/"), value])),
    },
  };
}

function pathOf(pointer: string, root: string): string {
  return pointer.slice(root.length).replaceAll("/", ".");
}
