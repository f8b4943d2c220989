import { matchLabel } from "../../../printed/labels.ts";
import { likely } from "./likeness.ts";
import type { Chapter } from "./known-chapters.ts";
import type { ReadLines } from "./line-reading.ts";
import { enumerated } from "./outline.ts";
import type { ProsePiece } from "./pieces.ts";

/** The rest of a broken title is short and has no stops. */
const REST = /^[\u4e00-\u9fff、]{1,20}$/u;
const LIKE = 0.9;

/** Joins the title of a chapter that was broken over two lines: 三、收到和处理政府信息 | 公开申请情况. */
export function withWholeTitles(
  lines: readonly ProsePiece[],
  { numberedTitle }: ReadLines,
  known: readonly Chapter[],
): readonly ProsePiece[] {
  const score = (text: string) => {
    const title = numberedTitle(text)?.title;
    if (title === undefined) return 0;
    return Math.max(0, ...likely(title, known).map(({ label }) => matchLabel(title, label).score));
  };
  const whole: ProsePiece[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const next = lines[index + 1];
    const mayGoOn = next && line.numbered !== null && next.numbered === null && REST.test(next.text);
    const joined = mayGoOn ? line.text + next.text : "";
    if (mayGoOn && score(line.text) < LIKE && score(joined) >= LIKE) {
      const signs = line.signs | next.signs;
      whole.push({
        ...line,
        text: joined,
        slice: line.slice + next.slice,
        signs,
        numbered: enumerated(joined),
      });
      index += 1;
    } else whole.push(line);
  }
  return whole.length === lines.length ? lines : whole;
}
