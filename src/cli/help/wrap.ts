import { textWidth } from "../../writers/layout/text-width.ts";

/** The pieces between which a line may break: after a word or any Chinese character, but not before a closing mark. */
const PIECES = /\s*(?:[\p{Script=Han}]|[^\s\p{Script=Han}]+?(?=[\p{Script=Han}\s]|$))[、，。；：）”…]*/gu;

/** Text in lines of at most `width` columns; a longer word stands on a line of its own. */
export function wrapped(text: string, width: number): string {
  return text
    .split("\n")
    .map((line) => {
      const lines: string[] = [""];
      for (const [piece] of line.matchAll(PIECES)) {
        const current = lines.at(-1)!;
        if (current === "" || textWidth(current + piece) <= width) lines[lines.length - 1] = current + piece;
        else lines.push(piece.trimStart());
      }
      return lines.join("\n");
    })
    .join("\n");
}
