import { prepared } from "../../../arithmetic/prepared.ts";
import type { KnownTable } from "../../form/known.ts";

/** The places of a table's rows by the texts of their labels. Most texts are those of one row. */
interface LabelBearers {
  /** By every text that a row's label may have. */
  readonly ofAny: ReadonlyMap<string, readonly number[]>;
  /** By the usual text; rows without a label are together. */
  readonly ofUsual: ReadonlyMap<string | undefined, readonly number[]>;
}

export const labelBearers = prepared(({ rows }: KnownTable): LabelBearers => {
  const ofAny = new Map<string, number[]>();
  const ofUsual = new Map<string | undefined, number[]>();
  rows.forEach(({ label }, at) => {
    note(ofUsual, label[0]?.text, at);
    for (const { text } of label) note(ofAny, text, at);
  });
  return { ofAny, ofUsual };
});

function note<Text>(places: Map<Text, number[]>, text: Text, at: number): void {
  const there = places.get(text);
  if (there) there.push(at);
  else places.set(text, [at]);
}
