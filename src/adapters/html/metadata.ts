import type { MetadataField } from "../../model/index.ts";
import { attribute, lineOf, parentOf, textOfElement } from "./tree/dom.ts";
import type { HtmlElement } from "./tree/dom.ts";
import { cleanValue, infoPairs, loneLabel } from "./info.ts";
import type { InfoPair } from "./info.ts";
import { namesOfElement, hasEvidence } from "./text/measure.ts";
import type { MeasuredParagraph, PageSurvey } from "./text/measure.ts";
import { isReportTitle } from "./text/words.ts";

type Field = MetadataField["field"];

interface Candidate extends MetadataField {
  readonly rank: number;
}

/**
 * What the page says about the report outside its text: one entry for each field, and further ones for values that
 * differ from it where they should agree. The most trusted source comes first: the printed box (索引号, 发布机构 …),
 * then meta tags of the content management system, then the headline and `<title>`. `around` holds the paragraphs
 * before or outside the report's text.
 */
export function readMetadata(
  document: readonly HtmlElement[],
  around: readonly MeasuredParagraph[],
): readonly MetadataField[] {
  const candidates = [...fromBox(around), ...fromHead(document), ...fromHeadlines(around)];
  const order: readonly Field[] = [
    "title",
    "issuer",
    "publicationDate",
    "updated",
    "indexNumber",
    "documentNumber",
  ];
  return order.flatMap((field) => {
    const [best, ...rest] = candidates.filter((c) => c.field === field).sort((a, b) => a.rank - b.rank);
    if (best === undefined) return [];
    const others = rest.filter((c) => c.value !== best.value && saysTheSame(best, c));
    return [best, ...others].map(({ value, at }) => ({ field, value, at }));
  });
}

const META = 100;
/** Vague labels of the box rank from here on, because what they name may be anything. */
const VAGUE = 200;
const HEADLINE = 300;
/** 发布日期 and 发布时间, the first labels of the box, state the same day as a meta tag; 成文日期 is another day. */
const PUBLISHED = 1;

/** Whether a second value describes the same thing as the best one, so that one of them is wrong if they differ. */
function saysTheSame(best: Candidate, { field, rank }: Candidate): boolean {
  if (field === "title") return rank < VAGUE || rank >= HEADLINE;
  return field === "publicationDate" && rank === META && best.rank <= PUBLISHED;
}

function fromBox(around: readonly MeasuredParagraph[]): Candidate[] {
  return around.flatMap((paragraph, i) => {
    const next = around[i + 1];
    const own = loneLabel(paragraph.text);
    if (own !== undefined) {
      // Several labels in a row are the head of a list of documents: the next text is not the value of any of them.
      const isListHead = [around[i - 1], next].some(
        (other) => other && !/[:：]/.test(other.text) && loneLabel(other.text),
      );
      if (next === undefined || isListHead || loneLabel(next.text) !== undefined) return [];
      return candidate({ ...own, value: next.text }, next.lines[0]!);
    }
    return paragraph.text.split("\n").flatMap((line, n) => {
      const pairs = infoPairs(line);
      return pairs.flatMap((pair) => candidate(pair, paragraph.lines[n] ?? paragraph.lines[0]!));
    });
  });
}

function candidate({ field, rank, value }: InfoPair, line: number): Candidate[] {
  const clean = field === undefined ? undefined : cleanValue(field, value);
  if (field === undefined || clean === undefined) return [];
  // Beside a report, 标题 and 名称 may name anything, and 日期 and 来源 may belong to anything: meta tags are more
  // reliable.
  const isVagueLabel =
    field === "title" || (field === "issuer" && rank >= 11) || (field === "publicationDate" && rank >= 7);
  return [{ field, value: clean, at: { line }, rank: isVagueLabel ? VAGUE + rank : rank }];
}

const metaNames: readonly (readonly [Field, RegExp])[] = [
  ["title", /^(?:article_?title|dc\.title|og:title|标题)$/],
  ["issuer", /^(?:content_?source|dc\.(?:source|publisher)|source|发布机构|信息来源|来源)$/],
  [
    "publicationDate",
    /^(?:pub_?date|publish_?(?:date|time)|dc\.date|article:published_time|发布日期|发布时间)$/,
  ],
  ["indexNumber", /^(?:index_?(?:no|num|number|code)|索引号)$/],
  ["documentNumber", /^(?:(?:file|doc|document)_?(?:no|num|number)|文号|发文字号)$/],
];

function fromHead(document: readonly HtmlElement[]): Candidate[] {
  return document.flatMap((element): Candidate[] => {
    const at = { line: lineOf(element) };
    if (element.name === "title") {
      const value = textOfElement(element).replace(/\s+/g, " ").trim();
      const parts = value.split(/ ?[_|｜] ?| [-–—]{1,4} |--+/).filter(isReportTitle);
      // The site's column may be called like a report, in fewer words.
      const [name] = parts.sort((a, b) => b.length - a.length);
      return name === undefined ? [] : [{ field: "title", value: name, at, rank: 400 }];
    }
    const name = (attribute(element, "name") ?? attribute(element, "property") ?? "").trim().toLowerCase();
    const field = metaNames.find(([, pattern]) => pattern.test(name))?.[0];
    const value = field === undefined ? undefined : cleanValue(field, attribute(element, "content") ?? "");
    return field === undefined || value === undefined ? [] : [{ field, value, at, rank: META }];
  });
}

function fromHeadlines(around: readonly MeasuredParagraph[]): Candidate[] {
  return around.flatMap(({ text, bare, heading, owner, lines, linked }): Candidate[] => {
    if (linked > 0 || !isReportTitle(bare)) return [];
    const isHeadline =
      heading === 1 ||
      /(?:^|[\s_-])(?:art|article|news|con|content)?[_-]?(?:tit|title|bt)(?=$|[\s_\d-])/i.test(
        namesOfElement(owner),
      );
    return isHeadline
      ? [{ field: "title", value: text.replace(/\s+/g, " ").trim(), at: { line: lines[0]! }, rank: HEADLINE }]
      : [];
  });
}

/** Paragraphs outside the report, and those inside its container before it begins. */
export function surroundings(
  container: HtmlElement,
  { paragraphs }: PageSurvey,
): readonly MeasuredParagraph[] {
  let hasBegun = false;
  return paragraphs.filter(({ owner, text }) => {
    const isInside = isWithin(owner, container);
    if (isInside) hasBegun ||= hasEvidence(text);
    return !isInside || !hasBegun;
  });
}

function isWithin(element: HtmlElement, container: HtmlElement): boolean {
  let here: HtmlElement | undefined = element;
  while (here !== undefined && here !== container) here = parentOf(here);
  return here === container;
}
