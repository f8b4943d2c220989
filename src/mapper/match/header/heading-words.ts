import { withoutEnumerator } from "../../../printed/enumerators.ts";
import type { KnownLabel } from "../../../printed/labels.ts";
import type { HeaderColumn } from "../../rows/form-row.ts";

/** Where 事业收入 stands over 小计 and 其中：教育收费, the column 小计 is what the form calls 事业收入. */
export function sumUnder({ leaf, texts }: HeaderColumn, byText: ReadonlyMap<string, unknown>): string | null {
  const over = withoutEnumerator(texts.at(-2) ?? "");
  return leaf === "小计" && !byText.has(leaf) && byText.has(over) ? over : null;
}

/** 罚没金额(元) is the form's 罚没金额(万元) in another unit, even though another form has a column of that name. */
export function inAnotherUnit(leaf: string, known: KnownLabel): boolean {
  if (!leaf.endsWith("元)")) return false;
  const bare = leaf.replace(UNIT_BEHIND, "");
  return bare !== leaf && known.some(({ text }) => text !== leaf && text.replace(UNIT_BEHIND, "") === bare);
}

const UNIT_BEHIND = /\([万亿千百]{0,2}元\)$/u;
