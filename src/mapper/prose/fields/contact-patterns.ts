import type { Contact } from "../../../model/index.ts";

export const LABEL = String.raw`(?:邮\s?编|邮政编码|电\s?话|联系电话|传\s?真|电子邮箱|电子邮件|邮\s?箱|[Ee]-?mail)`;
const END = String.raw`(?=[，,；;。）)\n]|[（(]${LABEL}|\s{0,4}${LABEL}|$)`;
/** Part of an address, which is no address of a site. Brackets inside it are closed: 大楼7楼702室（二）. */
const ADDRESS = String.raw`(?:[^，,；;。（()）\n]|[（(](?!${LABEL})[^（()）\n]{0,30}[)）])`;
/** A day in eight figures is no number of a telephone. */
const DAY = String.raw`(?!20\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?!\d))`;
/** A number with or without the code of its area, whole: 0591-12345678, (0591) 1234567, 138 1234 5678. */
const NUMBER = String.raw`(?=[+(\d])(?:(?:\+?86[- ]?)?(?=[(\d])\(?0?\d{2,4}\)?[-—－ ]{0,2}(?=\d)(?:\d{3,4}[ -]\d{4}|\d{6,8})|\d{7,12})(?!\d)`;
/** What stands between several numbers or addresses behind one label: 24336243、24336299, 24336243-24336249. */
const AND = String.raw`\s?[、/，,;；或和及至~～ -]\s?${DAY}`;
const MAIL = String.raw`[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,100}\.[A-Za-z]{2,20}`;
/** What a label names; several numbers behind one label are one entry. */
export const PATTERNS: { readonly [key in keyof Contact]: RegExp } = {
  address: new RegExp(
    String.raw`(?<!网站|网页|下载|链接|邮箱|邮件|平台)(?:地\s{0,4}址|地\s{0,4}点)\s{0,4}[:：]\s{0,4}(?!https?:|www\.)(${ADDRESS}{4,60}?)${END}`,
    "gu",
  ),
  postcode: /(?:邮\s{0,4}编|邮\s{0,4}政\s{0,4}编\s{0,4}码)\s{0,4}[:：]?\s{0,4}(\d{6}|\d{3} \d{3})(?!\d)/gu,
  telephone: new RegExp(
    String.raw`(?:电\s{0,4}话|联系电话|联系方式|手\s{0,4}机|热线|[Tt](?:el|EL)\.?)(?:号码|[/、和及]\s?传\s?真|\(传\s?真\))?\s{0,4}[:：]?\s{0,4}(\(?0?\d{2,4}\)?[-—－ ]?\d{6,8}?(?=0\d{2,3}[-—－])|(?:${NUMBER})(?:[-转]\d{1,6}(?!\d))?(?:${AND}(?:${NUMBER})){0,3})`,
    "gu",
  ),
  fax: new RegExp(
    String.raw`(?:传\s{0,4}真|[Ff](?:ax|AX)\.?)(?:号码|\))?\s{0,4}[:：]?\s{0,4}((?:${NUMBER})(?:${AND}(?:${NUMBER})){0,3})`,
    "gu",
  ),
  email: new RegExp(String.raw`(?<![A-Za-z0-9._%+-])(${MAIL}(?:${AND}${MAIL}){0,3})`, "gu"),
};

/** What every match of these expressions and of those below has. Few lines have all of it, and each takes much code. */
export const CONTACT_SIGNS: { readonly [key in keyof Contact]: RegExp } = {
  address: /地/u,
  postcode: /邮/u,
  telephone: /[话式机线lL]/u,
  fax: /真|ax|AX/u,
  email: /@|邮箱|邮件/u,
};

/** Any figures behind a label, whether they can be what it names or not. */
export const PRINTED: { readonly [key in keyof Contact]?: RegExp } = {
  postcode: /(?:邮\s{0,4}编|邮\s{0,4}政\s{0,4}编\s{0,4}码)\s{0,4}[:：]\s{0,4}\d[\d -]{0,20}/u,
  telephone: /电\s{0,4}话\s{0,4}[:：]\s{0,4}[+(]?\d[\d() —-]{0,20}/u,
  fax: /传\s{0,4}真\s{0,4}[:：]\s{0,4}[+(]?\d[\d() —-]{0,20}/u,
  email: /(?:邮箱|邮件)\s{0,4}[:：]\s{0,4}[A-Za-z0-9][^\s，；;。、）]{3,60}/u,
};
