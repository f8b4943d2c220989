import type { Glyph, Page } from "../page/sheet/page.ts";
import { lyingDigits } from "./bytes/font-lies.ts";
import { checkIntegrity } from "./bytes/integrity.ts";
import type { Integrity } from "./bytes/integrity.ts";
import type { OpenedFile } from "./open.ts";

/** What the bytes vouch for. */
export interface TrustedFile extends OpenedFile {
  readonly integrity: Integrity;
  /** The engine's pages; characters are doubted that a font draws as others than it says. */
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
  return { ...opened, integrity, enginePages: doubtLies(reading.pages, lyingDigits(scan)) };
}

function doubtLies(pages: readonly Page[], lies: ReadonlySet<string>): readonly Page[] {
  if (lies.size === 0) return pages;
  const doubted = (glyph: Glyph) => (lies.has(glyph.text) ? { ...glyph, doubt: "text-not-glyph" } : glyph);
  return pages.map((page) => ({ ...page, glyphs: page.glyphs.map(doubted) }));
}
