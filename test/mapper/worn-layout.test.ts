import { expect, test } from "vitest";
import { adapters, convert, type Adapter } from "../../src/index.ts";
import type { CellToken } from "../../src/model/index.ts";
import { drawReport, layOut, renderHtml } from "../support/factory/index.ts";

const html = adapters.find(({ id }) => id === "html")!;

/** What is said of the layout of a report that was read from a scan, its text changed before. */
async function saidOf(
  seed: number,
  layout: string,
  change: (text: string) => string = (text) => text,
): Promise<string> {
  const truth = drawReport(seed, { year: 2022, labels: 0, notations: 0, damage: 0, plant: [] });
  expect(truth.layouts.applications).toBe(layout);
  const adapter: Adapter = {
    ...html,
    async read(input, limits, helpers) {
      const reading = await html.read(input, limits, helpers);
      const tokens = reading.tokens.map((token): typeof token => {
        if (token.kind !== "cell") return "text" in token ? { ...token, text: change(token.text) } : token;
        const at = { ...token.at, page: 1, box: [0, 0, 9, 9] as const, recognized: 0.99 };
        return { ...token, text: change(token.text), at } satisfies CellToken;
      });
      return { ...reading, tokens };
    },
  };
  const source = { name: "a.html", bytes: renderHtml(layOut(truth)) };
  const { diagnostics } = await convert(source, { adapters: [adapter] });
  const rules = diagnostics.flatMap(({ rule }) => (rule.startsWith("layout-") ? [rule] : []));
  return [...new Set(rules)].join(" ");
}

test("a scan whose worn rows are those that only its own year's form has is not taken for an older form in silence", async () => {
  const worn = (text: string): string =>
    /^(?:\d\.)?(?:申请人(?:无正当理由)?逾期|属于国家秘密|重复申请)/u.test(text) ? "" : text;
  expect(await saidOf(2, "2021", worn)).not.toBe("layout-year-mismatch");
});

test("a clean scan of an older form is no doubt", async () => {
  expect(await saidOf(3, "2019")).toBe("layout-year-mismatch");
  expect(await saidOf(2, "2021")).toBe("");
});
