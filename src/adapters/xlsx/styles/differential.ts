import type { Rgb } from "../../docx/look/colour.ts";
import type { Attributes } from "../../package/xml.ts";
import type { RunLook } from "../../sheet/shown/cell-text.ts";
import type { ConditionalLook } from "../../sheet/shown/conditions.ts";
import { usualSize } from "../../sheet/marks.ts";
import { sheetColourOf } from "./colours.ts";
import type { WorkbookPalette } from "./colours.ts";
import { readFont } from "./font.ts";

/** Reads the content of differential formats (dxf, ISO 29500-1 18.8.14), one after another. */
export interface DifferentialReader {
  readonly open: (name: string, attributes: Attributes, path: readonly string[]) => void;
  /** Gives the format that has just ended. */
  readonly take: () => ConditionalLook;
}

export function differentialReader(palette: WorkbookPalette): DifferentialReader {
  const fresh = (): { -readonly [K in keyof RunLook]: RunLook[K] } => ({
    struck: false,
    size: usualSize,
    colour: null,
  });
  let look = fresh();
  let ground: Rgb | null = null;
  let pattern: string | undefined;
  return {
    open: (name, attributes, path) => {
      if (name === "x:numFmt") pattern = attributes["formatCode"] ?? "General";
      // A condition's fill is its background colour; where it has none, any colour that it does have.
      else if (name === "x:bgColor") ground = sheetColourOf(attributes, palette);
      else if (name === "x:fgColor") ground ??= sheetColourOf(attributes, palette);
      else if (path[path.length - 2] === "x:stop") ground ??= sheetColourOf(attributes, palette);
      else if (path[path.length - 2] === "x:font") readFont(look, name, attributes, palette);
    },
    take: () => {
      const taken: ConditionalLook = { look, grounds: ground === null ? [] : [ground], pattern };
      [look, ground, pattern] = [fresh(), null, undefined];
      return taken;
    },
  };
}
