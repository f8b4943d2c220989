import { expect, it } from "vitest";
import { convert } from "../../src/index.ts";
import { drawNeighbour, neighbours, renderText } from "../support/factory/index.ts";

// Cells of words in the form of government sites, whose texts are drawn.
const form = neighbours.find(({ id }) => id === "government-site")!;
const { blocks } = drawNeighbour(form, 5039);

/** What the cells of words hold, and the reasons why some of them do not. */
async function read(kind: "markdown-pipe" | "page-text-cells", change: (text: string) => string) {
  const printed = renderText(blocks, kind);
  const text = change(printed);
  const name = kind === "markdown-pipe" ? "report.md" : "report.txt";
  const { report, diagnostics } = await convert({ name, bytes: new TextEncoder().encode(text) });
  const site = (report!.tables["site"] as unknown as Record<string, unknown>[])[0]!;
  const reasons = diagnostics.flatMap(({ path, args }) =>
    args?.["reason"] === undefined ? [] : [`${path!.split("/").at(-1)} ${args["reason"]}`],
  );
  return { homepage: site["homepage"], police: site["police"], reasons };
}

it("a number in the place of words is told, a code is not", async () => {
  const homepage = (text: string) => (printed: string) =>
    printed.replace(/^(\| 首页网址 .*\| )\S+( \|)$/mu, `$1${text}$2`);
  expect((await read("markdown-pipe", homepage("57"))).reasons).toEqual(["homepage number-for-words"]);
  expect((await read("markdown-pipe", homepage("１,280.5"))).reasons).toEqual(["homepage number-for-words"]);
  const code = await read("markdown-pipe", homepage("3501280001"));
  expect([code.homepage, code.reasons]).toEqual(["3501280001", []]);
});

it("the words above a blank cell are not its own", async () => {
  const { police } = await read("page-text-cells", (text) =>
    text.replace(/(公安机关备案号 \|\n)\S+ \|/u, "$1|"),
  );
  expect(police).toBe(null);
});
