import type { Drawn } from "./drawings.ts";

/** At most so many objects of one drawing, and characters of the drawing, are looked at. */
const mostObjects = 1_000;
export const longestDrawing = 2_000_000;

/**
 * What a VML drawing (ISO 29500-4 19.4.2) puts over cells: notes that stay open, controls and pictures of older
 * versions. Its texts hold unclosed HTML, so the drawing is searched for what each object says of itself rather than
 * parsed.
 */
export function legacyDrawn(vml: string): Drawn[] {
  const objects = vml.split(/<x:ClientData\b/i).slice(1, mostObjects + 1);
  return objects.flatMap((written): Drawn[] => {
    const said = written.slice(0, 4_000).split(/<\/x:ClientData>/i)[0]!;
    const kind = /^[^>]{0,200}\bObjectType="(\w{1,20})"/i.exec(said)?.[1] ?? "";
    const anchor = /<x:Anchor>([\d\s,]{1,200})<\/x:Anchor>/i.exec(said)?.[1];
    // A note is folded unless it says that it is visible. All other objects count as seen, though some may be hidden.
    const isOpen = /<x:Visible\s*(?:\/>|>\s*(?:<|t))/i.test(said);
    if (anchor === undefined || (kind.toLowerCase() === "note" && !isOpen)) return [];
    const [left = 0, , top = 0, , right = 0, rightOffset = 0, bottom = 0, bottomOffset = 0] = anchor
      .split(",")
      .map((number) => Number(number) || 0);
    const over = {
      top: top + 1,
      left: left + 1,
      bottom: Math.max(top + 1, bottom + Number(bottomOffset > 0)),
      right: Math.max(left + 1, right + Number(rightOffset > 0)),
    };
    return [{ kind: kind.toLowerCase() === "pict" ? "picture" : "shape", over, text: "" }];
  });
}
