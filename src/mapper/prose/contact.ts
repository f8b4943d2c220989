import type { Contact, Place } from "../../model/index.ts";
import type { ProseLine } from "./prose-lines.ts";
import { foldDigits } from "../../printed/folding.ts";

type FoundContact = { readonly [key in keyof Contact]: { value: string; raw: string; at: Place } | null };

const END = String.raw`(?=[，,；;。）)]|\s*(?:邮\s*编|邮政编码|电\s*话|联系电话|传\s*真|电子邮箱|电子邮件|邮\s*箱|[Ee]-?mail)|$)`;
const PATTERNS: { readonly [key in keyof Contact]: RegExp } = {
  address: new RegExp(String.raw`(?:地\s*址|地\s*点)\s*[:：]\s*(.{4,60}?)${END}`, "u"),
  postcode: /(?:邮\s*编|邮\s*政\s*编\s*码)\s*[:：]\s*(\d{6})(?!\d)/u,
  telephone:
    /(?:电\s*话|联系电话|联系方式)(?:号码)?\s*[:：]\s*(\(?0?\d{2,4}\)?[-—－ ]?\d{6,8}(?:[-转]\d{1,6})?|\d{7,12})/u,
  fax: /传\s*真(?:号码)?\s*[:：]\s*(\(?0?\d{2,4}\)?[-—－ ]?\d{6,8}|\d{7,12})/u,
  email: /([A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,})/u,
};

/** How to reach the issuer, from the line that says most about it. */
export function contactOf(lines: readonly ProseLine[]): FoundContact {
  const best = { count: 0, found: empty() };
  for (const { text, at } of lines) {
    if (!/邮|电\s*话|地\s*址|传\s*真|@/u.test(text)) continue;
    const folded = foldDigits(text).replace(/\\(?=[@_.-])/gu, ""); // Markdown writes xx\@yy
    const found = Object.fromEntries(
      Object.entries(PATTERNS).map(([key, pattern]) => {
        const match = pattern.exec(key === "address" ? text : folded);
        return [key, match ? { value: match[1]!.trim(), raw: match[0], at } : null];
      }),
    ) as FoundContact;
    const count = Object.values(found).filter((field) => field !== null).length;
    if (count > best.count) Object.assign(best, { count, found });
  }
  return best.found;
}

function empty(): FoundContact {
  return { address: null, postcode: null, telephone: null, fax: null, email: null };
}
