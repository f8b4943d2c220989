import type {
  AnnualReport,
  Contact,
  Finding,
  EvidenceEntry,
  MetadataField,
  Place,
} from "../../../model/index.ts";
import { contactOf } from "./contact.ts";
import { dateIn } from "./dates.ts";
import { fieldFindings } from "./field-findings.ts";
import { isOffice } from "./issuer.ts";
import { findPeriods } from "./period.ts";
import type { ProseLine } from "../prose-lines.ts";
import { findInlineTitle, findTitles, isTitle, statedTitle, yearLine, type Title } from "./title.ts";
import { otherYearInText } from "./years-in-text.ts";
import { standingDate } from "./standing-date.ts";

export type Fields = Pick<
  AnnualReport,
  | "title"
  | "issuer"
  | "year"
  | "period"
  | "publicationDate"
  | "indexNumber"
  | "documentNumber"
  | "contact"
  | "basis"
  | "scope"
>;

export interface MappedFields {
  readonly fields: Fields;
  readonly evidence: ReadonlyMap<string, EvidenceEntry>;
  readonly diagnostics: readonly Finding[];
}

export interface Found {
  readonly value: string;
  readonly at: Place;
  readonly raw: string;
}

/** `发布机构：…` and similar lines, as pages and crawlers print them above the report. */
const HEADER =
  /^[【[]?\s{0,4}(标题|发布机构|公开机构|信息来源|来源|发布时间|发布日期|公开日期|发文日期|成文日期|生成日期|索引号|文号|发文字号)\s{0,4}(?:[\]】]\s{0,4})?[:：]/u;
const NEXT_LABEL = /(?<![ \u3000])[ \u3000]{1,40}(?=[【[]?[\u4e00-\u9fff]{2,5}[】\]]?[:：])/u;
/** A document number such as 青水发〔2018〕3号 on a line of its own. */
const DOCUMENT_NUMBER = /^[\u4e00-\u9fff]{1,14}[〔［[（(]20\d{2}[〕］\])）]第?\d{1,5}号$/u;
/** Ends of the names of media, which carry the news of others. */
const CARRIERS = /(?:中心|平台|网|台|站|报社|日报)$/u;
const DATES = ["发布日期", "发布时间", "公开日期", "发文日期", "成文日期", "生成日期"] as const;

/**
 * The fields of the report that stand outside its tables. What the text states takes precedence over the page's
 * metadata.
 */
export function mapFields(
  lines: readonly ProseLine[],
  metadata: readonly MetadataField[],
  names: readonly string[],
): MappedFields {
  const evidence = new Map<string, EvidenceEntry>();
  const diagnostics: Finding[] = [];
  const header = headerFields(lines);
  const of = (...names: string[]): Found | null =>
    names.map((name) => header.get(name)).find((found) => found !== undefined) ?? null;
  const meta = (field: MetadataField["field"]): Found | null => {
    const found = metadata.find((entry) => entry.field === field && entry.value.trim() !== "");
    return found ? { value: found.value.trim(), raw: found.value, at: found.at } : null;
  };

  const preamble = lines
    .slice(
      0,
      Math.max(
        0,
        lines.findIndex((line) => line.section !== undefined),
      ),
    )
    .filter((line) => !HEADER.test(line.text));
  const opening =
    preamble.length > 0 ? preamble : lines.filter((line) => !HEADER.test(line.text)).slice(0, 12);
  const printed = findTitles(opening, names);
  const stated = [of("标题"), meta("title")].map((one) => statedTitle(one, names));
  const beside = metadata.filter(({ field }) => field === "title").slice(1);
  const [best] = printed;
  // 政府信息公开工作年度报告 may head a page while the page's own title says of which office and year it is.
  const fuller =
    best?.issuer === null && best.year === null
      ? stated.find((one) => one?.issuer && one.year !== null && one.value.endsWith(best.value))
      : undefined;
  const title = fuller ?? best ?? stated[0] ?? findInlineTitle(opening, names) ?? stated[1] ?? null;
  const office = title ? nearby(opening, title, officeIn) : null;
  const issuer =
    (title?.issuer ? { ...title, value: title.issuer } : office) ??
    of("发布机构", "公开机构") ??
    meta("issuer") ??
    compiler(opening) ??
    filledInBy(lines) ??
    of("来源", "信息来源") ??
    signature(lines);
  const periods = findPeriods(lines);
  const period = periods[0] ?? null;
  const publication = of(...DATES) ?? meta("publicationDate") ?? standingDate(lines);
  const publicationDate = publication ? dateIn(publication.value) : null;
  const indexNumber = of("索引号") ?? meta("indexNumber");
  const documentNumber =
    of("文号", "发文字号") ??
    meta("documentNumber") ??
    first(opening, (text) => DOCUMENT_NUMBER.exec(text.replace(/\s+/gu, ""))?.[0] ?? null);
  const yearAlone = title ? nearby(opening, title, yearLine) : null;
  const titleYear = title?.year ?? yearAlone?.value ?? null;
  const year =
    titleYear ?? period?.value.year ?? (publicationDate ? Number(publicationDate.slice(0, 4)) - 1 : null);
  const found = { title, issuer, year: titleYear ?? period?.value.year ?? null, publicationDate };
  diagnostics.push(
    ...fieldFindings({
      ...found,
      guessedYear: year,
      titles: [
        ...printed,
        ...[...stated, ...beside.map((one) => statedTitle({ ...one, raw: one.value }, names))].filter(
          (one): one is Title => one !== null && isTitle(one.value, names),
        ),
      ],
      periods,
      dates: metadata.flatMap(({ field, value }) => (field === "publicationDate" ? [dateIn(value)] : [])),
      signatures: [signature(lines), of("发布机构", "公开机构"), meta("issuer")].filter(
        (one): one is Found => one !== null && isOffice(one.value) && !CARRIERS.test(one.value),
      ),
      toldYear: titleYear === null ? null : otherYearInText(lines, titleYear),
    }),
  );
  const contact = contactOf(opening.length > 0 ? [...opening, ...lines.slice(opening.length)] : lines);
  const basis = basisOf(opening);
  const scope = first(lines, scopeIn);

  note("title", title);
  note("issuer", issuer);
  note("year", (title?.year ? title : yearAlone) ?? period ?? publication);
  note("period", period);
  note("publicationDate", publicationDate ? publication : null);
  note("indexNumber", indexNumber);
  note("documentNumber", documentNumber);
  for (const [key, found] of Object.entries(contact)) if (found) note(`contact/${key}`, found);
  note("scope", scope);
  return {
    fields: {
      title: title?.value ?? null,
      issuer: issuer?.value ?? null,
      year,
      period: period ? { from: period.value.from, to: period.value.to } : null,
      publicationDate,
      indexNumber: indexNumber?.value ?? null,
      documentNumber: documentNumber?.value ?? null,
      contact: Object.fromEntries(
        Object.entries(contact).map(([key, found]) => [key, found?.value ?? null]),
      ) as unknown as Contact,
      basis,
      scope: scope?.value ?? null,
    },
    evidence,
    diagnostics,
  };

  function note(field: string, found: { raw: string; at: Place } | null): void {
    if (found) evidence.set(`/report/${field}`, { raw: found.raw, status: "given", at: found.at });
  }
}

function headerFields(lines: readonly ProseLine[]): Map<string, Found> {
  const fields = new Map<string, Found>();
  for (const { text, at } of lines.slice(0, 60)) {
    // 来源：某局 发布时间：2024-01-12 浏览次数：210 is a single line.
    for (const part of HEADER.test(text) ? text.split(NEXT_LABEL) : []) {
      const match = HEADER.exec(part);
      const value = part.slice(match?.[0].length ?? 0).trim();
      if (match && value !== "" && !fields.has(match[1]!)) fields.set(match[1]!, { value, raw: text, at });
    }
  }
  return fields;
}

/** On how many lines around a title its office or its year may stand alone. */
const NEAR = 3;

function nearby<T>(
  lines: readonly ProseLine[],
  { at }: Title,
  read: (text: string) => T | null,
): { value: T; raw: string; at: Place } | null {
  const start = lines.findIndex((line) => line.at === at);
  return first(lines.slice(Math.max(0, start - NEAR), start + NEAR + 2), read);
}

function officeIn(text: string): string | null {
  const plain = text.replace(/\s+/gu, "");
  return isOffice(plain) ? plain : null;
}

/**
 * 本报告由…编制 names who compiled the report. That is not always its issuer, so it is used only where nothing better
 * is stated.
 */
function compiler(lines: readonly ProseLine[]): Found | null {
  return first(
    lines,
    (text) => /(?:本报告|本年度报告)由([^，。,（(]{3,30}?)(?:根据|按照|依据|编制)/u.exec(text)?.[1] ?? null,
  );
}

/** The office named by 填报单位：… above or below a form. */
function filledInBy(lines: readonly ProseLine[]): Found | null {
  return first(
    [...lines.slice(0, 20), ...lines.slice(-5)],
    (text) =>
      /^(?:填报|编报|报送|填表|编制)(?:单位|部门|机关)[:：]\s{0,4}([\u4e00-\u9fff（）()]{3,40})/u.exec(
        text,
      )?.[1] ?? null,
  );
}

/** The signature in the last short lines: the name of an office above a date. */
function signature(lines: readonly ProseLine[]): Found | null {
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

function first<T>(
  lines: readonly ProseLine[],
  read: (text: string) => T | null,
): { value: T; raw: string; at: Place } | null {
  for (const { text, at } of lines) {
    const value = read(text);
    if (value !== null) return { value, raw: text.length > 300 ? `${text.slice(0, 300)}…` : text, at };
  }
  return null;
}

/** Laws and notices named after 根据, 按照 or 依据, each with its number if one follows. */
function basisOf(lines: readonly ProseLine[]): string[] {
  const found = new Set<string>();
  for (const { text } of lines) {
    for (const sentence of text.split(/[。；]/u)) {
      if (!/根据|按照|依据|依照/u.test(sentence)) continue;
      for (const [law] of sentence.matchAll(
        /《[^《》]{4,60}》(?:\s{0,4}[（(][^（）()〔[［]{0,40}[〔[［][^（）()号]{0,40}号[）)])?/gu,
      ))
        found.add(law.replace(/\s+/gu, ""));
    }
  }
  return [...found];
}

function scopeIn(text: string): string | null {
  const sentence = text
    .split(/(?<=[。；])/u)
    .find((part) =>
      /(?:数据|报告|统计)[^。]{0,12}(?:范围|涵盖|汇总|包括|包含)[^。]{0,40}(?:部门|单位|镇|乡|街道|办公室|机关)/u.test(
        part,
      ),
    );
  return sentence?.trim() ?? null;
}
