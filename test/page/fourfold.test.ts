import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { isListedDoubt } from "../../src/page/state/doubts.ts";
import { openDraft } from "../../src/page/state/draft.ts";
import { litByFinding } from "../../src/page/original/lit.ts";
import { originalLines } from "../../src/page/original/lines.ts";
import { locator } from "../../src/page/original/locate.ts";
import { templates } from "../../src/templates/index.ts";
import { folder, gongkai } from "../cli/command-line.ts";
import { fourfold } from "../corrections/drafts.ts";

const { source, rules, said } = fourfold;
const root = folder({ "draft.md": source.bytes });
afterAll(() => rmSync(root, { recursive: true }));

/** What `check --to html` says, without markup. */
function textOf(page: string): string {
  return page.replace(/<[^>]*>/gu, " ").replace(/&quot;/gu, '"');
}

describe("two wrong sums, a blank total and text against table", () => {
  it.each([["text"], ["html"]])("are told by check --to %s", async (format) => {
    const { out, code } = await gongkai(["check", join(root, "draft.md"), "--to", format]);
    expect(code).toBe(1);
    for (const sentence of said) expect(format === "html" ? textOf(out) : out).toContain(sentence);
  });

  it("are listed on the page, and each lights its places in the original", async () => {
    const { bytes, name } = source;
    const pdfium = async () => undefined;
    const draft = await openDraft(name, bytes, { language: "en", templates, pdfium });
    const listed = draft.shown.diagnostics.filter(isListedDoubt);
    expect(listed.map(({ rule }) => rule)).toEqual(expect.arrayContaining(rules));
    const locate = locator(originalLines(bytes, draft.originals[0]!.blocks).standings);
    for (const finding of listed) {
      const { pointers } = litByFinding(finding, draft.shown);
      const places = [...pointers.keys()].map((pointer) => locate(draft.read.evidence[pointer]!));
      expect(places.filter((place) => place !== null).length).toBeGreaterThan(0);
    }
  });
});
