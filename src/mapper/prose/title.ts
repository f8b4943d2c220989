import { outlineLevel } from "../../printed/enumerators.ts";
import type { Place } from "../../model/index.ts";
import type { ProseLine } from "./prose-lines.ts";

const SUBJECT = /(?:政府信息|政务信息|政务|信息)公开/u;
/** （2024年发布） after a title. */
const REMARK = /[（(][^（）()]*[)）]$/u;
const KIND = /(?:年度)?(?:工作)?\s*(?:年度|工作)?\s*(?:报\s*告|年\s*报)/u;

/**
 * The title among the first lines. A line that is a title by itself goes before one split over two or three
 * (托里县庙尔沟镇政府信息公开工作⏎2020年度报告); of several, one that names who issues the report. `names` are the families': a form of another kind is titled by its own name.
 */
export function findTitle(
  printed: readonly ProseLine[],
  names: readonly string[],
): { value: string; raw: string; at: Place } | null {
  const lines = printed.slice(0, 16).map((line) => ({ ...line, text: withoutSite(line.text, names) }));
  const head = lines.map((line) => ({ ...line, text: line.text.replace(/\s+/gu, "") }));
  const whole = head.flatMap(({ text }, start) =>
    fitsTitle(text) && isTitle(text, names) ? [titled(lines, start, 1, names)] : [],
  );
  const named = whole.find(({ value }) => issuerOfTitle(value, names) !== null);
  if (named ?? whole[0]) return named ?? whole[0]!;
  for (let count = 2; count <= 4; count++) {
    for (let start = 0; start + count <= head.length; start++) {
      const parts = head.slice(start, start + count).map(({ text }) => text);
      if (parts.every(fitsTitle) && isTitle(parts.join(""), names)) return titled(lines, start, count, names);
    }
  }
  return null;
}

/** A page's own title names the site after the report's: `…年度报告_某县人民政府门户网站`. */
function withoutSite(text: string, names: readonly string[]): string {
  const parts = text.split(/\s*[_|｜]\s*|\s+[-–—]+\s+/u);
  return (parts.length > 1 && parts.find((part) => isTitle(part.replace(/\s+/gu, ""), names))) || text;
}

function fitsTitle(text: string): boolean {
  return text.length <= 50 && !/[。；:：>＞»›]/u.test(text);
}

function titled(
  lines: readonly ProseLine[],
  start: number,
  count: number,
  names: readonly string[],
): { value: string; raw: string; at: Place } {
  const parts = lines.slice(start, start + count).map((line) => line.text);
  const before = precedingOffice(lines, start, names);
  const joined = parts.join("").replace(/\s+|[^\u4e00-\u9fff\d）)]+$/gu, "");
  return {
    value: (before ?? "") + joined,
    raw: (before ? [before, ...parts] : parts).join("\n"),
    at: lines[start]!.at,
  };
}

/** In page text without line ends the title is what stands between spaces. */
export function findInlineTitle(
  lines: readonly ProseLine[],
): { value: string; raw: string; at: Place } | null {
  for (const { text, at } of lines.slice(0, 12)) {
    const value = inlineTitle(text);
    if (value !== null) return { value, raw: value, at };
  }
  return null;
}

function isTitle(text: string, names: readonly string[]): boolean {
  const known =
    (SUBJECT.test(text) && KIND.test(text.replace(REMARK, "").slice(-8))) ||
    names.some((name) => text.endsWith(name.replace(/\s+/gu, "")));
  return text.length <= 70 && known && outlineLevel(text) !== 1 && !/格式|编制|公布如下|根据/u.test(text);
}

const OFFICE =
  /^[\u4e00-\u9fff（）()]{3,40}(?:政府|办公室|办公厅|局|委员会|厅|处|街道|镇|乡|中心|委|会|院|校|学|社|团|所|站|馆|部|队|集团|公司)$/u;
/** 某市, 某镇 alone; 信息公开专区 is a heading of the page. */
const PLACE = /^(?!.*(?:公开|专区))[\u4e00-\u9fff]{2,20}[省市县区州盟旗镇乡]$/u;

/** An office alone on the line above a title that names none. */
function precedingOffice(
  lines: readonly ProseLine[],
  start: number,
  names: readonly string[],
): string | null {
  const above = lines[start - 1]?.text.replace(/\s+/gu, "");
  const titled = lines[start]!.text.replace(/\s+/gu, "");
  if (!above || issuerOfTitle(titled, names) !== null) return null;
  return OFFICE.test(above) || PLACE.test(above) ? above : null;
}

function inlineTitle(text: string): string | null {
  if (text.length <= 50) return null;
  const match =
    /(?:^|[\s>》《])([^\s。；：:，,>《]{2,30}(?:20\d{2})?年?度?(?:政府信息|政务信息|政务|信息)公开[^\s。；：:，,]{0,8}(?:年度报告|工作报告|年报))(?!格式)/u.exec(
      text.slice(0, 2000).replace(/(\d)\s+(?=年)/gu, "$1"),
    );
  return match ? match[1]! : null;
}

const PHRASE = /(?:关于)?(?:年度)?(?:政府信息|政务信息|政务|信息)公开.*$/u;

/**
 * Who issues the report, from its title: the year and the fixed phrase taken away. The year parts the two where it stands
 * between them (某市人民政府 | 2023年 | 信息公开年度报告); elsewhere 政府信息公开 goes as one word: 庙尔沟镇政府信息公开工作
 * is the work of 庙尔沟镇.
 */
export function issuerOfTitle(title: string, names: readonly string[]): string | null {
  const plain = title.replace(/\s+/gu, "").replace(/[<《》>]/gu, "");
  const year = /[〇○零一二三四五六七八九0-9０-９]{4}年度?/u.exec(plain);
  const before = year ? plain.slice(0, year.index) : "";
  const after = year ? plain.slice(year.index + year[0].length) : plain;
  const phraseAt = (text: string): number =>
    PHRASE.exec(text)?.index ?? Math.max(...names.map((name) => text.indexOf(name.replace(/\s+/gu, ""))));
  // A title without either phrase, such as a page's, does not say where the name ends.
  const end = phraseAt(before + after);
  const named =
    before.length >= 2 && phraseAt(after) === 0 ? before : (before + after).slice(0, Math.max(0, end));
  const issuer = named.replace(/^【[^】]*】|年度$|的$|^关于|关于(?:印发|发布|公布|报送)?$/gu, "");
  if (issuer.length >= 2) return issuer;
  const remark = REMARK.exec(plain)?.[0].slice(1, -1) ?? "";
  return OFFICE.test(remark) ? remark : null;
}
