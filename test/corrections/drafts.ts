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

/** A report with two wrong sums, a blank total and a text that says another number than the table, and their rules. */
export const fourfold = {
  source: (() => {
    const replaced = [
      // The total of those granted is one more than its parts.
      ["| （一）予以公开 | 0 | 4 | 0 | 1 | 0 | 0 | 5 |", "| （一）予以公开 | 0 | 4 | 0 | 1 | 0 | 0 | 6 |"],
      // The total of reviews is 3, of which none is.
      [`\n| ${"0 | ".repeat(4)}0 | `, `\n| ${"0 | ".repeat(4)}3 | `],
      [
        "| 四、结转下一年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |",
        "| 四、结转下一年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 |  |",
      ],
      ["答复政府信息公开申请16件", "答复政府信息公开申请18件"],
    ] as const;
    const text = replaced.reduce((before, [printed, instead]) => {
      if (!before.includes(printed)) throw new Error(`not in the report: ${printed}`);
      return before.replace(printed, instead);
    }, clean);
    return { name: "drafts/fourfold.md", bytes: new TextEncoder().encode(text) } satisfies Source;
  })(),
  rules: ["t3-row-sum", "t4-block-sum", "total-blank", "n-replied"],
  said: [
    "（一）予以公开 / 总计: 自然人 + 法人或其他组织 = 总计 does not hold, 5 against 6",
    "does not hold, 0 against 3",
    "四、结转下年度继续办理 / 总计 is blank, its parts are not",
    "the text says 18, the table 16",
  ],
};
