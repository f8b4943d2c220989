import type { Place } from "../../../model/index.ts";
import { foldDigits } from "../../../printed/folding.ts";
import type { ProseLine } from "../prose-line.ts";
import { hasPlace, isOffice, issuerOfTitle } from "./issuer.ts";
import { titleYear } from "./title.ts";
import { everyMatch } from "../../../printed/matches.ts";

/** What the sentence with which a report opens says of its office and its year. */
export interface Announcement {
  readonly issuer: Stated<string> | null;
  readonly year: Stated<number> | null;
  /** Whoever compiled the report, which is not always its issuer: 由橡溪县人民政府办公室编制. */
  readonly compiler: Stated<string> | null;
}

interface Stated<T> {
  readonly value: T;
  readonly raw: string;
  readonly at: Place;
}

/** Among how many lines that sentence is looked for; some reports begin with it below the title of chapter one. */
const HEAD = 20;
const LONGEST = 2_000;
const LONGEST_RAW = 300;

/** Laws and letters; what they order is not announced: 根据《关于编制公布2021年政府信息公开年度报告的通知》. */
const LAWS =
  /《[^《》]{1,80}(?:条例|办法|规定|规则|制度|通知|意见|格式|要点|方案|清单|的函|决定|指南)(?:〉|\([^()]{1,10}\)|（[^（）]{1,10}）)?》/gu;
const SUBJECT = "(?:政府信息|政务信息|政务|信息)公开";
const NAME = "[^，。；：、《》“”]";
/** 现公布橡溪县2012年政府信息公开工作年度报告; 学校编制了《橡溪学院2019学年信息公开报告》. */
const PUBLISHED = new RegExp(
  `(?:现|特|兹|社会|公众|予以)(?:公布|公开|发布|编制|印发)(?:了|如下)?[：《]?(?:关于)?(${NAME}{0,40}?${SUBJECT})${NAME}{0,14}?(?:报告|年报)|编制(?:了|的|完成)[：《]?(${NAME}{0,40}?${SUBJECT})${NAME}{0,14}?(?:报告|年报)`,
  "u",
);
/** 现将橡溪县2012年政府信息公开工作情况报告如下. */
const REPORTED = new RegExp(
  `(?:现(?:就|将|把)|^对|[，。；]对)(?:关于)?(${NAME}{0,40}?${SUBJECT})${NAME}{0,20}?(?:报告|汇报|公布|公告|总结)如下`,
  "u",
);
/** 本报告根据条例的要求，由橡溪县水利局编制. */
const COMPILED =
  /(?:^|[，。；]|报告|年报)由([^，。；：（(]{3,40}?)(?:根据|按照|依据|汇总|综合|组织|负责|牵头|编制|编写|撰写)/gu;
const REPORT = /报告|年报|全文/u;

/** Whether a text holds characters of what the patterns above find, whatever spaces and remarks stand between them. */
function mayAnnounce(text: string): boolean {
  const has = (character: string) => text.includes(character);
  return (
    (has("公") && (has("报") || has("如")) && /[现特兹会众以编对]/u.test(text)) ||
    (has("由") && (has("报") || has("全")))
  );
}

/** The announcement among a document's first lines. */
export function announced(lines: readonly ProseLine[]): Announcement {
  let issuer: Announcement["issuer"] = null;
  let year: Announcement["year"] = null;
  let compiler: Announcement["compiler"] = null;
  for (const [index, { text, at, section }] of lines.slice(0, HEAD).entries()) {
    if (section !== undefined || text.length > LONGEST) continue;
    const whole = withNextLines(lines, index);
    if (!mayAnnounce(whole)) continue;
    const plain = widened(whole).replace(LAWS, "");
    const raw = text.length > LONGEST_RAW ? `${text.slice(0, LONGEST_RAW)}…` : text;
    const name = said(PUBLISHED.exec(plain)) ?? said(REPORTED.exec(plain));
    const stated = <T>(value: T | null) => (value === null ? null : { value, raw, at });
    issuer ??= stated(name === null ? null : officeOf(name));
    year ??= stated(name === null ? null : titleYear(name));
    compiler ??= stated(compiledBy(plain));
  }
  return { issuer, year, compiler };
}

/** Over so many lines a sentence may be broken. */
const MOST_LINES = 4;

function withNextLines(lines: readonly ProseLine[], start: number): string {
  let whole = lines[start]!.text;
  for (const { text, section } of lines.slice(start + 1, start + MOST_LINES)) {
    if (section !== undefined || /[。；：:]\s{0,4}$/u.test(whole) || whole.length + text.length > LONGEST)
      break;
    whole += text;
  }
  return whole;
}

function said(match: RegExpExecArray | null): string | null {
  return match === null ? null : (match[1] ?? match[2] ?? null);
}

/** Without spaces and remarks in brackets, with full-width punctuation and plain digits. */
function widened(text: string): string {
  return foldDigits(text.replace(/\s+/gu, "").replace(/[（(][^（）()]{1,60}[）)]/gu, ""))
    .replace(/,/gu, "，")
    .replace(/;/gu, "；")
    .replace(/:/gu, "：");
}

function officeOf(name: string): string | null {
  const issuer = issuerOfTitle(name, []);
  return issuer !== null && isNamed(issuer) ? issuer : null;
}

/** One office, or several of which each is named: 青石市国家税务局、青石市地方税务局. */
function compiledBy(plain: string): string | null {
  if (!REPORT.test(plain)) return null;
  const offices = everyMatch(plain, COMPILED).map(([, office]) => office!);
  return offices.find((office) => office.split("、").every(isNamed)) ?? null;
}

/** Words for an office that only the reader of its page knows: 我局, 本机关, 各部门. */
const ANY = /^(?:我|本|各|该|全|其|相关|有关|上级|下级|所属)/u;
/** A short name of an office of its own for disclosure, or of a government's: 政务公开办, 县府办. */
const SHORT = /^[\u4e00-\u9fff]{2,30}(?:公开|政|府)办$/u;

function isNamed(office: string): boolean {
  return !ANY.test(office) && hasPlace(office) && (isOffice(office) || SHORT.test(office));
}
