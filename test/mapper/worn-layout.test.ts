import { expect, test } from "vitest";
import { adapters, convert, type Adapter } from "../../src/index.ts";
import type { CellToken } from "../../src/model/index.ts";
import { drawReport, layOut, renderHtml } from "../support/factory/index.ts";

const html = adapters.find(({ id }) => id === "html")!;

/**
 * What is said of the layout of a report that was read from a scan: labels that match `worn` are blank, and rows of
 * labels that match `lost` are gone.
 */
async function saidOf(seed: number, layout: string, worn = /^\b$/u, lost = /^\b$/u): Promise<string> {
  const truth = drawReport(seed, { year: 2022, labels: 0, notations: 0, damage: 0, plant: [] });
  expect(truth.layouts.applications).toBe(layout);
  const adapter: Adapter = {
    ...html,
    async read(input, limits, helpers) {
      const reading = await html.read(input, limits, helpers);
      const place = ({ at }: CellToken): string => `${at.table} ${at.row}`;
      const gone = new Set(
        reading.tokens.flatMap((token) =>
          token.kind === "cell" && lost.test(token.text) ? place(token) : [],
        ),
      );
      const tokens = reading.tokens.flatMap((token): typeof token | [] => {
        if (token.kind !== "cell") return token;
        if (gone.has(place(token))) return [];
        const at = { ...token.at, page: 1, box: [0, 0, 9, 9] as const, recognized: 0.99 };
        return { ...token, text: worn.test(token.text) ? "" : token.text, at } satisfies CellToken;
      });
      return { ...reading, tokens };
    },
  };
  const source = { name: "a.html", bytes: renderHtml(layOut(truth)) };
  const { diagnostics } = await convert(source, { adapters: [adapter] });
  const rules = diagnostics.flatMap(({ rule }) => (rule.startsWith("layout-") ? [rule] : []));
  return [...new Set(rules)].join(" ");
}

const saysUncertain = "layout-year-mismatch layout-uncertain";

test("where the labels are worn that only its own year's form has, an older form is not taken in silence", async () => {
  // The form of 2019 fits whole: it prints 其他处理 as one row, and the rows below are left over.
  expect(await saidOf(2, "2021", /^(?:1\.申请人|2\.申请人|3\.其他$)/u)).toBe(saysUncertain);
});

test("nor where those rows are gone and the older form has a row that is not found", async () => {
  expect(await saidOf(2, "2021", /^(?:1\.申请人|四、结转)/u, /^(?:2\.申请人|3\.其他$)/u)).toBe(saysUncertain);
});

test("labels worn in other rows leave the form of its own year", async () => {
  expect(await saidOf(2, "2021", /^(?:\d\.)?(?:申请人(?:无正当理由)?逾期|属于国家秘密|重复申请)/u)).toBe("");
});

test("a clean scan of an older form is no doubt", async () => {
  expect(await saidOf(3, "2019")).toBe("layout-year-mismatch");
  expect(await saidOf(2, "2021")).toBe("");
});
