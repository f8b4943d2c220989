import { expect, test } from "vitest";
import { adapters, convert, type Adapter, type Conversion } from "../../src/index.ts";
import type { CellToken, Doubt } from "../../src/model/index.ts";
import { valueAt } from "../../src/record/index.ts";
import { drawReport, layOut, renderHtml } from "../support/factory/index.ts";

const truth = drawReport(3, { year: 2022, labels: 0, notations: 0, damage: 0, plant: [] });
const source = { name: "a.html", bytes: renderHtml(layOut(truth)) };
const html = adapters.find(({ id }) => id === "html")!;
const clean = await convert(source);
const person = "applications.naturalPerson";
const pointerOf = (path: string): string => `/report/tables/${path.replaceAll(".", "/")}`;

/** How a scan shows a cell: its recognizer's text, and how many strokes its ink has. */
type Shown = readonly [path: string, text: string, strokes?: readonly [number, number]];

/** The report with these cells as a scan whose recognizer was not sure of them. */
function scanned(shown: readonly Shown[], infer = true): Promise<Conversion> {
  const adapter: Adapter = {
    ...html,
    async read(input, limits, helpers) {
      const reading = await html.read(input, limits, helpers);
      const tokens = reading.tokens.map((token) => {
        const cell = shown.find(([path]) => {
          const at = clean.evidence[pointerOf(path)]!.at!;
          return (
            token.kind === "cell" &&
            token.at.table === at.table &&
            token.at.row === at.row &&
            token.at.column === at.column
          );
        });
        if (cell === undefined) return token;
        const [, text, strokes] = cell;
        const doubt: Doubt = { kind: "unreadable", reason: "scan", ...(strokes && { strokes }) };
        return { ...(token as CellToken), text, doubt };
      });
      return { ...reading, tokens };
    },
  };
  return convert(source, { adapters: [adapter], infer });
}

const printed = (path: string): string => String(truth.values[path]);
const outcome = ({ evidence, diagnostics }: Conversion, path: string): string => {
  const rules = diagnostics.filter((one) => one.path === pointerOf(path)).map(({ rule }) => rule);
  return `${evidence[pointerOf(path)]!.status} ${rules.join(" ")}`;
};
const inferred = "inferred scan-inferred";
const refused = "unreadable unreadable-value";

const granted = `${person}.results.granted`;
const right = printed(granted);
const wide = right.length;
const other = right.replace(/\d$/u, (digit) => String((Number(digit) + 1) % 10));

test.each<[string, string, readonly [number, number] | undefined, string]>([
  ["the number that the sums leave", right, undefined, inferred],
  ["it with a point for a comma", right.replace(/(\d)$/u, ".$1"), undefined, inferred],
  ["no number, in as many strokes", "T", [wide, wide], inferred],
  ["no number, in strokes of which two may be halves", "T", [wide, wide + 1], inferred],
  ["no number, in other strokes", "T", [wide + 2, wide + 2], refused],
  ["no number, in ink that was not counted", "T", undefined, refused],
  ["another number as long as the ink: the report's own sum may be wrong", other, [wide, wide], refused],
])("a refused cell in which was read: %s", async (_, text, strokes, expected) => {
  const conversion = await scanned([strokes ? [granted, text, strokes] : [granted, text]]);
  expect(outcome(conversion, granted)).toBe(expected);
});

test("cells that are refused together are inferred where the sums hold with what was read in all of them", async () => {
  const paths = Object.keys(truth.values).filter((path) => path.endsWith(".results.granted"));
  const conversion = await scanned(paths.map((path): Shown => [path, printed(path)]));
  expect(paths.map((path) => outcome(conversion, path))).toEqual(paths.map(() => inferred));
});

test("what the sums leave open stays refused", async () => {
  const paths = ["naturalPerson", "total"].flatMap((column) =>
    ["granted", "partiallyGranted"].map((row) => `applications.${column}.results.${row}`),
  );
  const conversion = await scanned(paths.map((path): Shown => [path, "T", [1, 6]]));
  expect(paths.map((path) => outcome(conversion, path))).toEqual(paths.map(() => refused));
});

test("nothing is inferred where that was not asked for", async () => {
  expect(outcome(await scanned([[granted, right]], false), granted)).toBe(refused);
});

test("ink of which nothing is made out, all down a column, shifts no value and is no label", async () => {
  const column = Object.keys(truth.values).filter((path) =>
    path.startsWith("applications.legalPerson.legalServiceInstitution."),
  );
  const conversion = await scanned(column.map((path) => [path, "\ufffd"]));
  expect(conversion.diagnostics.map(({ rule }) => rule)).not.toContain("cell-count");
  for (const [path, value] of Object.entries(truth.values))
    if (column.includes(path)) expect(outcome(conversion, path), path).toMatch(/^(?:unreadable|inferred) /u);
    else expect(valueAt(conversion.report!, path) ?? null, path).toBe(value);
});
