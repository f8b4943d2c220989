import { describe, expect, it } from "vitest";
import { originalLines } from "../../src/page/original/lines.ts";
import { locator, squeezed, standingsOf, type StandingText } from "../../src/page/original/locate.ts";
import { draftOf, type CorrectionDraft } from "../../src/page/state/draft.ts";
import { templates } from "../../src/templates/index.ts";
import { conversionOf, corpusFolders, formsOf, sourceOf } from "../support/corpus.ts";

const documents = corpusFolders().flatMap((folder) =>
  formsOf(folder)
    .filter((name) => !name.endsWith(".pdf"))
    .map((name) => [folder, name] as const),
);

it("there is a report of every format", () => {
  const formats = new Set(documents.map(([, name]) => name.split(".").at(-1)));
  expect([...formats].sort()).toEqual(
    expect.arrayContaining("doc docx fodt html md mht odt ofd rtf txt xlsx".split(" ")),
  );
});

/** Values whose place is not found among what is drawn, or holds something else than is printed. */
function lost({ read }: CorrectionDraft, standings: readonly StandingText[]): string[] {
  const texts = new Map(standings.map(({ id, text }) => [id, squeezed(text)]));
  const locate = locator(standings);
  return Object.entries(read.evidence).flatMap(([pointer, entry]) => {
    if (entry.at === null) return [];
    const text = texts.get(locate(entry) ?? "");
    // A paragraph set in several lines is found by its first one.
    const isThere = pointer.startsWith("/report/tables/")
      ? text?.includes(squeezed((entry.raw ?? "").split("\n")[0]!))
      : text !== undefined;
    return isThere ? [] : [`${pointer} ${JSON.stringify(entry)} in ${text?.slice(0, 60)}`];
  });
}

it.each(documents)(
  "every place of %s/%s is found, and what is printed stands there",
  async (folder, name) => {
    const { bytes } = sourceOf(folder, name);
    const draft = await draftOf(await conversionOf(folder, name), [bytes], { language: "en", templates });
    const { drawn, blocks } = draft.originals[0]!;
    expect(lost(draft, standingsOf(blocks))).toEqual([]);
    // Web pages and Word texts are shown as they look, every text line by line.
    const looks = drawn ?? (draft.read.adapter === "text" ? originalLines(bytes, blocks) : null);
    expect(looks !== null).toBe(/\.(?:docx|html|mht|md|txt)$/.test(name));
    if (looks === null) return;
    expect(lost(draft, looks.standings)).toEqual([]);
    expect(new Set(looks.standings.map(({ id }) => id)).size).toBe(looks.standings.length);
  },
);

describe("a place", () => {
  const line = (id: string, text: string): StandingText => ({ id, text, lines: [1], isCell: false });
  it("on a line that holds a whole page is where its words are", () => {
    const locate = locator([line("t0", "青石市"), line("t1", "电话：0100")]);
    expect(locate({ raw: "电话：0100", at: { line: 1 } })).toBe("t1");
    expect(locate({ raw: "没有", at: { line: 1 } })).toBe("t0");
  });
});
