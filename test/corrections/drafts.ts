import { readFileSync } from "node:fs";
import { createHash } from "node:crypto";
import type { Correction } from "../../src/index.ts";
import type { Source } from "../../src/model/index.ts";

const clean = readFileSync(
  new URL("../../corpus/2023/cihu/report.markdown-pipe-repeated.md", import.meta.url),
  "utf8",
);

export const received = "/report/tables/applications/total/newlyReceived";
export const company = "/report/tables/applications/legalPerson/commercialEnterprise/newlyReceived";

/** A report whose received total is 17 while its parts and its text say 16. */
export const draft = draftWith("| 3 | 3 | 2 | 16 |", "| 3 | 3 | 2 | 17 |");

/** The clean report with one text replaced. */
export function draftWith(printed: string, instead: string, name = "drafts/report.md"): Source {
  return { name, bytes: new TextEncoder().encode(clean.replace(printed, instead)) };
}

/** A correction of a draft; without `now` it confirms. */
export function correction(
  { name, bytes }: Source,
  pointer: string,
  was: Correction["was"],
  now?: Correction["was"],
): Correction {
  const target = {
    schema: "gongkai/correction/1",
    source: { name, sha256: createHash("sha256").update(bytes).digest("hex") },
    pointer,
    was,
    who: "科员",
    when: "2024-01-20",
    why: "核对原件",
  } as const;
  return now === undefined ? { ...target, confirmed: true } : { ...target, now };
}
