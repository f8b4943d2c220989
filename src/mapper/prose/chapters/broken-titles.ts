import { matchLabel, type KnownLabel } from "../../../printed/labels.ts";
import type { ReadLines } from "./line-reading.ts";
import type { ProseLine } from "../prose-line.ts";

/** The rest of a broken title is short and has no stops. */
const REST = /^[\u4e00-\u9fff、]{1,20}$/u;
const LIKE = 0.9;

interface Slice extends ProseLine {
  readonly slice: string;
}

/** Joins the title of a chapter that was broken over two lines: 三、收到和处理政府信息 | 公开申请情况. */
export function withWholeTitles<Line extends Slice>(
  lines: readonly Line[],
  { enumerated, numberedTitle }: ReadLines,
  known: readonly { readonly label: KnownLabel }[],
): readonly Line[] {
  const score = (text: string) => {
    const title = numberedTitle(text)?.title;
    return title === undefined ? 0 : Math.max(0, ...known.map(({ label }) => matchLabel(title, label).score));
  };
  const whole: Line[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const next = lines[index + 1];
    const mayGoOn = next && enumerated(line.text) !== null && REST.test(next.text) && !enumerated(next.text);
    const joined = line.text + (next?.text ?? "");
    if (mayGoOn && score(line.text) < LIKE && score(joined) >= LIKE) {
      whole.push({ ...line, text: joined, slice: line.slice + next.slice });
      index += 1;
    } else whole.push(line);
  }
  return whole;
}
