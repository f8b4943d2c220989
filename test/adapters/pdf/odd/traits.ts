import { BLOTS } from "./blots.ts";
import { CELLS } from "./cells.ts";
import type { Trait } from "./cells.ts";
import { EDITS } from "./edits.ts";
import { INKS } from "./inks.ts";
import { LINES } from "./lines.ts";
import { MAPS } from "./maps.ts";
import { NOTES } from "./notes.ts";
import { PALE } from "./pale.ts";
import { SETTINGS } from "./settings.ts";
import { SIGNS } from "./signs.ts";
import { STROKES } from "./strokes.ts";
import { TYPEFACES } from "./typefaces.ts";
import { VIEWERS } from "./viewers.ts";

export const TRAITS: Readonly<Record<string, Trait>> = {
  ...CELLS,
  ...SIGNS,
  ...STROKES,
  ...NOTES,
  ...SETTINGS,
  ...PALE,
  ...BLOTS,
  ...INKS,
  ...EDITS,
  ...LINES,
  ...TYPEFACES,
  ...MAPS,
  ...VIEWERS,
};
