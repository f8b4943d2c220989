/** How a printed label relates to one the form knows, best first. `score` is 1 for exact, 0 for none. */
export interface LabelMatch {
  readonly score: number;
  readonly kind: "exact" | "alias" | "contained" | "fuzzy" | "none";
}

const NONE: LabelMatch = { score: 0, kind: "none" };
const ENUMERATOR =
  /^(?:[(（]?[一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、，,.．:：]|[(（]?\d{1,2}[)）]|\d{1,2}[、，,.．:：](?!\d)|[①②③④⑤⑥⑦⑧⑨⑩])/u;

const OF_WHICH = /^其中[:,]/u;

/** Whitespace, quotes and invisible characters gone, brackets and punctuation folded, Traditional written as Simplified. */
export function normalizeLabel(text: string): string {
  const compatible = UNUSUAL.test(text) ? text.normalize("NFKC") : text;
  const result = compatible.replace(FOLDABLE, (character) => FOLDED.get(character)!);
  return /[檔資]/u.test(text) ? simplifyWords(result) : result;
}

/** A normalized label without its enumerator (一、 （一） 1.) and the 其中： before it. */
export function withoutEnumerator(normalized: string): string {
  return normalized.replace(OF_WHICH, "").replace(ENUMERATOR, "");
}

export function enumeratorOf(normalized: string): string {
  return (ENUMERATOR.exec(normalized.replace(OF_WHICH, ""))?.[0] ?? "").replace(/[()（）、，,.．:：]/gu, "");
}

/** A label of the form and its aliases, normalized, without enumerators, ready to be compared. */
export type KnownLabel = readonly KnownText[];

export interface KnownText {
  readonly text: string;
  /** Without the remark in brackets that the form itself prints. */
  readonly bare: string;
  /** Edits up to which a printed text counts as this label, damaged: a share of it, at least 1 from four characters on. */
  readonly allowed: number;
}

export function knownLabel(label: string, aliases: readonly string[] = [], tolerance = 0.15): KnownLabel {
  return [label, ...aliases].flatMap((printed): KnownText[] => {
    const text = withoutEnumerator(normalizeLabel(printed));
    const allowed = text.length >= 4 ? Math.max(1, Math.floor(text.length * tolerance)) : 0;
    return text === "" ? [] : [{ text, bare: text.replace(/\([^)]*\)?$/u, ""), allowed }];
  });
}

/** Compares a printed text (normalized, enumerator gone) with a label of the form. */
export function matchLabel(text: string, known: KnownLabel): LabelMatch {
  let best = NONE;
  if (text === "") return best;
  known.forEach((label, index) => {
    const found = compare(text, label);
    const match = found.kind === "exact" && index > 0 ? { score: 0.98, kind: "alias" as const } : found;
    if (match.score > best.score) best = match;
  });
  return best;
}

/** Like `matchLabel`, for a text that may have other words before the label. */
export function matchLabelAtEnd(text: string, known: KnownLabel): LabelMatch {
  let best = NONE;
  known.forEach((label, index) => {
    if (text.endsWith(label.text)) {
      const exact = {
        score: index === 0 ? 1 : 0.98,
        kind: index === 0 ? ("exact" as const) : ("alias" as const),
      };
      if (exact.score > best.score) best = exact;
    } else if (label.text.length >= 5 && best.score === 0) {
      const { allowed } = label;
      for (let length = label.text.length - allowed; length <= label.text.length + allowed; length++) {
        const distance =
          length <= text.length ? editDistance(text.slice(-length), label.text, allowed) : allowed + 1;
        const score = distance <= allowed ? 0.9 - (0.2 * distance) / allowed : 0;
        if (score > best.score) best = { score, kind: "fuzzy" };
      }
    }
  });
  return best;
}

function compare(text: string, { text: known, bare, allowed }: KnownText): LabelMatch {
  if (text === known) return { score: 1, kind: "exact" };
  // A filling note may follow in brackets: 行政许可（指…）, and a label may have lost its own.
  if (text.startsWith(`${known}(`) || (bare.length >= 4 && (text === bare || text.startsWith(`${bare}(`)))) {
    return { score: 0.95, kind: "contained" };
  }
  if (/\d/u.test(text) && !/\d/u.test(known)) return NONE; // a value run into its label: the rest of the row is shifted
  if (Math.abs(text.length - known.length) > allowed) {
    // 其他法律行政止公开 for 其他法律行政法规禁止公开: characters lost in the middle, none added.
    if (
      known.length >= 8 &&
      text.length < known.length &&
      text.length >= known.length * 0.7 &&
      isSubsequence(text, known)
    )
      return { score: 0.8, kind: "fuzzy" };
    return NONE;
  }
  if (allowed === 0) return NONE;
  const distance = editDistance(text, known, allowed);
  return distance <= allowed ? { score: 0.95 - (0.2 * distance) / allowed, kind: "fuzzy" } : NONE;
}

/** Quick refusal: characters of `a` that `b` has nowhere each cost an edit. */
function shareCharacters(a: string, b: string, limit: number): boolean {
  let missing = 0;
  for (const character of a) if (!b.includes(character) && ++missing > limit) return false;
  return true;
}

function isSubsequence(short: string, long: string): boolean {
  let index = 0;
  for (const character of long) if (character === short[index]) index += 1;
  return index === short.length;
}

function editDistance(a: string, b: string, limit: number): number {
  if (!shareCharacters(a, b, limit)) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + Number(a[i - 1] !== b[j - 1])));
    }
    if (Math.min(...next) > limit) return limit + 1;
    row = next;
  }
  return row[b.length]!;
}

/** Words that Traditional-Chinese mirrors exchange, not only write with other characters. */
function simplifyWords(text: string): string {
  return text
    .replaceAll("档案", "文件")
    .replaceAll("资讯", "信息")
    .replaceAll("檔案", "文件")
    .replaceAll("资訊", "信息")
    .replaceAll("資訊", "信息");
}

/** Anything but ASCII, Chinese characters and the punctuation the table below folds: NFKC is slow and rarely needed. */
const UNUSUAL =
  /[^\t-~\u00a0\u00ad\u200b-\u200f\u2010-\u201d\u2060\u3000-\u3002\u300c-\u300f\u3014\u3015\u4e00-\u9fff\uff01-\uff5e\ufeff]/u;

const TRADITIONAL =
  "規範開數總對給許強處罰與決業費廢現額單萬購項務會創組織構個學條關係該內國業財產權屬機關訴訟復議結維糾審報舉類請辦繳補無據經區縣鎮鄉街門網體實際進導問題確認獲變動則減團營電郵傳真號況續於為製適當過時師們間從應聯轉調執準檢監劃護員長";
const SIMPLIFIED =
  "规范开数总对给许强处罚与决业费废现额单万购项务会创组织构个学条关系该内国业财产权属机关诉讼复议结维纠审报举类请办缴补无据经区县镇乡街门网体实际进导问题确认获变动则减团营电邮传真号况续于为制适当过时师们间从应联转调执准检监划护员长";
const FOLDED: ReadonlyMap<string, string> = new Map([
  ...[
    ..." \t\n\r\f\v\u00a0\u00ad\u3000\u200b\u200c\u200d\u200e\u200f\u2060\ufeff“”\"＂「」『』‘’'＇*_#＊＿＃",
  ].map((gone) => [gone, ""] as const),
  ...[...TRADITIONAL].map((character, index) => [character, [...SIMPLIFIED][index]!] as const),
  ...Array.from(
    { length: 94 },
    (_, index) => [String.fromCharCode(0xff01 + index), String.fromCharCode(0x21 + index)] as const,
  ).filter(([wide]) => !"＂＇＊＿＃".includes(wide)),
  ["、", ","],
  ["。", "."],
]);
const FOLDABLE = new RegExp(
  `[${[...FOLDED.keys()].map((character) => `\\u{${character.codePointAt(0)!.toString(16)}}`).join("")}]`,
  "gu",
);
