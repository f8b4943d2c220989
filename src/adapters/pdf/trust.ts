import { hasDigits } from "../../printed/numbers.ts";
import type { Glyph, Page } from "../page/sheet/page.ts";
import { digitsClaimedTwice } from "./bytes/claimed-twice.ts";
import { HIDDEN_BY_SOME } from "./seen/layers.ts";
import { lyingDigits } from "./bytes/font-lies.ts";
import { areInksUnsure, overprints } from "./bytes/inks.ts";
import { isTraced } from "./bytes/traced.ts";
import { checkIntegrity } from "./bytes/integrity.ts";
import type { ObjectScan } from "./bytes/objects.ts";
import type { Integrity } from "./bytes/integrity.ts";
import type { OpenedFile } from "./open.ts";

/** What the bytes vouch for. */
export interface TrustedFile extends OpenedFile {
  readonly integrity: Integrity;
  /** The engine's pages; characters are doubted that a font draws as others than it says, or that some
   * viewers may not show. */
  readonly enginePages: readonly Page[];
}

/** Asks the bytes what they vouch for: which pages stand on sound streams, and which fonts say what they draw. */
export function trust(opened: OpenedFile): TrustedFile {
  const { scan, reading } = opened;
  const integrity = checkIntegrity(
    scan,
    reading.pages.map(({ objectNumber }) => objectNumber),
    reading.fontSums,
  );
  const lies = new Set([...lyingDigits(scan), ...digitsClaimedTwice(scan)]);
  const hasUnsureInks = areInksUnsure(scan);
  const mayHide = hasUnsureInks || overprints(scan);
  const pages = mayHide ? reading.pages.map(withHidden) : reading.pages;
  const doubts: readonly (readonly [boolean, (text: string) => boolean, string])[] = [
    [lies.size > 0, (text) => lies.has(text), "text-not-glyph"],
    [hasUnsureInks, hasDigits, "barely-visible"],
    [isTraced(scan), hasDigits, "text-not-glyph"],
    [asksOtherForm(scan), hasDigits, "form-control"],
  ];
  const enginePages = doubts
    .filter(([isGiven]) => isGiven)
    .reduce((some, [, isDoubtful, reason]) => doubted(some, isDoubtful, reason), pages);
  return { ...opened, integrity, enginePages };
}

/** Whether viewers are to show a form of XML in place of the pages (7.7.2, `NeedsRendering`), which some of them can. */
function asksOtherForm({ objects }: ObjectScan): boolean {
  return [...objects.values()].some(({ text }) => /\/NeedsRendering\s{1,8}true\b/.test(text));
}

/** The page with the digits that this engine's inks hide, because others may show them. */
function withHidden(page: Page): Page {
  const digits = page.hidden.filter(({ text }) => hasDigits(text));
  return {
    ...page,
    glyphs: [...page.glyphs, ...digits.map((glyph) => ({ ...glyph, doubt: HIDDEN_BY_SOME }))],
  };
}

function doubted(
  pages: readonly Page[],
  isDoubtful: (text: string) => boolean,
  reason: string,
): readonly Page[] {
  const withDoubt = (glyph: Glyph) => (isDoubtful(glyph.text) ? { ...glyph, doubt: reason } : glyph);
  return pages.map((page) => ({ ...page, glyphs: page.glyphs.map(withDoubt) }));
}
