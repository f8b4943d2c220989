import type { LineToken } from "../model/index.ts";
import { displayWidth } from "./display.ts";

/** Characters that draw boxes, U+2500 to U+257F. */
const DRAWN = /[\u2500-\u257f]/u;
const ACROSS = "─━┄┅┈┉╌╍═╴╶╸╺╼╾";
const DOWN = "│┃┆┇┊┋╎╏║╵╷╹╻╽╿|";
/** Corners and crossings of which no line goes to the right. */
const NOT_RIGHT = "┐┑┒┓┘┙┚┛┤┥┦┧┨┩┪┫╕╖╗╛╜╝╡╢╣╮╯";

export function isDrawn(text: string): boolean {
  return DRAWN.test(text);
}

/**
 * Lines whose boxes are drawn with `+`, `-` and `|` instead. Such a character is as wide as a letter on a terminal and
 * as a Chinese one in Chinese fonts; the width is the one by which the lines end alike.
 */
export function redrawn(lines: readonly LineToken[]): readonly LineToken[] {
  const [narrow, wide] = [1, 2].map((width) => lines.map((line) => redraw(line, width)));
  return mostAlike(wide!) > mostAlike(narrow!) ? wide! : narrow!;
}

function redraw(line: LineToken, width: number): LineToken {
  const text = [...line.text].map((character) => {
    if (!DRAWN.test(character)) return character;
    if (ACROSS.includes(character)) return "-".repeat(width);
    if (DOWN.includes(character)) return "|".padEnd(width);
    return "+".padEnd(width, NOT_RIGHT.includes(character) ? " " : "-");
  });
  return { ...line, text: text.join("") };
}

/** How many lines are as wide as most of them. */
function mostAlike(lines: readonly LineToken[]): number {
  const counts = new Map<number, number>();
  for (const { text } of lines) {
    const width = displayWidth(text.trimEnd());
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  return Math.max(...counts.values());
}
