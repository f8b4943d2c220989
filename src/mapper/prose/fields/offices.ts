import { isOffice } from "../titles/issuer.ts";
import { isDepartment } from "../titles/two-offices.ts";
import type { ProseLine } from "../prose-line.ts";
import { type Found, firstFound } from "./found.ts";

/** The signature in the last short lines: the name of an office above a date. */
export function signature(lines: readonly ProseLine[]): Found | null {
  for (const { text, at } of lines.slice(-4)) {
    if (
      /^[\u4e00-\u9fff（）()]{4,30}(?:政府|办公室|局|委员会|厅|处|街道|镇|乡|中心|委)$/u.test(
        text.replace(/\s/gu, ""),
      )
    ) {
      return { value: text.replace(/\s/gu, ""), raw: text, at };
    }
  }
  return null;
}

/** The office named by 填报单位：… above or below a form. */
export function filledInBy(lines: readonly ProseLine[]): Found | null {
  return firstFound(
    [...lines.slice(0, 20), ...lines.slice(-5)],
    (text) =>
      /^(?:填报|编报|报送|填表|编制)(?:单位|部门|机关)[:：]\s{0,4}([\u4e00-\u9fff（）()]{3,40})/u.exec(
        text,
      )?.[1] ?? null,
  );
}

export function officeIn(text: string): string | null {
  const plain = text.replace(/\s+/gu, "");
  return isOffice(plain) ? plain : null;
}

/** The name of another office on the line above that of the issuer, or below it where both stand alone. */
export function officeBeside(lines: readonly ProseLine[], issuer: Found | null): Found | null {
  const start = lines.findIndex((line) => line.at === issuer?.at);
  if (issuer === null || start < 0 || /[。，：:]/u.test(issuer.raw)) return null;
  const isAlone = issuer.raw.replace(/\s+/gu, "") === issuer.value;
  const beside = [start - 1, ...(isAlone ? [start + 1] : [])].map((index) => lines[index]);
  return firstFound(
    beside.filter((line) => line !== undefined).filter(({ linked }) => !linked),
    (text) => {
      const plain = text.replace(/\s+/gu, "");
      return isDepartment(plain) ? plain : null;
    },
  );
}
