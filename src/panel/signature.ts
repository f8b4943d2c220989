import type { AnnualReport } from "../model/index.ts";

/** The paragraphs at the end of a report among which its signature stands: an office, a date, a note. */
const LAST = 4;
const OFFICE = /^[\u4e00-\u9fff（）()]{4,30}(?:政府|办公室|局|委员会|厅|处|街道|镇|乡|中心|委)$/u;

/** The office in the signature (落款) at the end of a report; null where there is none. */
export function signatureOf({ sections }: Pick<AnnualReport, "sections">): string | null {
  const paragraphs = sections.flatMap((section) => section.paragraphs).slice(-LAST);
  return paragraphs.map((text) => text.replace(/\s/gu, "")).findLast((text) => OFFICE.test(text)) ?? null;
}
