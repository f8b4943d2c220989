import { expect, test } from "vitest";
import { adapters, convert, type Adapter } from "../../src/index.ts";
import type { CellToken } from "../../src/model/index.ts";
import { valueAt } from "../../src/record/index.ts";
import { drawReport, layOut, renderHtml } from "../support/factory/index.ts";

const truth = drawReport(3, { year: 2022, labels: 0, notations: 0, damage: 0, plant: [] });
const source = { name: "a.html", bytes: renderHtml(layOut(truth)) };
const html = adapters.find(({ id }) => id === "html")!;

/** The report, from a scan or not, with a label of table 3 in other letters; whether its row was read right, and what is said of it. */
async function readAs(label: string, printed: string, isScan = true): Promise<string> {
  const adapter: Adapter = {
    ...html,
    async read(input, limits, helpers) {
      const reading = await html.read(input, limits, helpers);
      const tokens = reading.tokens.map((token): typeof token => {
        if (token.kind !== "cell") return token;
        const text = token.text.replace(label, printed);
        return {
          ...token,
          text,
          at: isScan ? { ...token.at, page: 1, box: [0, 0, 9, 9] as const, recognized: 0.99 } : token.at,
        } satisfies CellToken;
      });
      return { ...reading, tokens };
    },
  };
  const { report, diagnostics } = await convert(source, { adapters: [adapter] });
  const wrong = Object.entries(truth.values).filter(
    ([path, value]) => path.startsWith("applications.") && (valueAt(report!, path) ?? null) !== value,
  );
  const rules = diagnostics.filter(({ severity, rule }) => severity !== "notice" && /label|row/u.test(rule));
  return [`${wrong.length} other`, ...new Set(rules.map(({ rule }) => rule))].join(" ");
}

test.each([
  ["clean", "属于国家秘密", "属于国家秘密", "0 other"],
  ["one letter", "属于国家秘密", "属于国家秘蜜", "0 other"],
  ["two letters", "属于国家秘密", "属刊目家秘密", "0 other label-fuzzy"],
  ["three of a long one", "无正当理由大量反复申请", "无止当埋由太量反复申请", "0 other label-fuzzy"],
])(
  "a label read with %s wrong finds its row; with several, the row is flagged",
  async (_, label, printed, expected) => {
    expect(await readAs(label, printed)).toBe(expected);
  },
);

test.each([
  ["half of it wrong", "属于国家秘密", "扈刊目冢秘密"],
  ["its meaning turned", "属于国家秘密", "不属国寡秘密"],
])("but not with %s", async (_, label, printed) => {
  expect(await readAs(label, printed)).toMatch(/row-missing/u);
});

test("nor where nothing was recognized", async () => {
  expect(await readAs("属于国家秘密", "属刊目家秘密", false)).toMatch(/row-missing/u);
});
