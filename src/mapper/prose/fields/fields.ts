import type {
  AnnualReport,
  Contact,
  Finding,
  EvidenceEntry,
  MetadataField,
  Place,
} from "../../../model/index.ts";
import { announced } from "../titles/announced.ts";
import { headerBox } from "./box.ts";
import { contactOf } from "./contact.ts";
import { dateIn } from "../../../printed/dates.ts";
import { foldDigits } from "../../../printed/folding.ts";
import { fieldFindings } from "./field-findings.ts";
import { hasPlace, isOffice, isPlace, OWN_PLACE } from "../titles/issuer.ts";
import { brokenPeriod, findPeriods, otherSpan } from "./period.ts";
import type { ProseLine } from "../prose-line.ts";
import { signsOf } from "../signs.ts";
import { findInlineTitle, statedTitle } from "../titles/stated-title.ts";
import { findTitles } from "../titles/find-titles.ts";
import { isTitle } from "../titles/title-words.ts";
import { yearLine } from "../titles/year-line.ts";
import type { Title } from "../titles/title.ts";
import { onlyYearInText, otherYearInText } from "./years-in-text.ts";
import { publicationOf } from "./publication.ts";
import { headerFields, HEADER_LINE } from "./header-lines.ts";
import { type Found, foundNear, firstFound } from "./found.ts";
import { inPrintedCharacters, isUnusual, usual } from "./printed-characters.ts";
import { officeBeside, officeIn, filledInBy, signature } from "./offices.ts";
import { PUBLISHED } from "../../../printed/info-labels.ts";
import { basisOf, mayNameScope, scopeIn } from "./basis.ts";

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
  /** Whether a sentence such as 现公布我局2021年政府信息公开工作年度报告 opens the document. */
  readonly announced: boolean;
  readonly evidence: ReadonlyMap<string, EvidenceEntry>;
  readonly diagnostics: readonly Finding[];
}

/** A document number such as 青水发〔2018〕3号 on a line of its own. */
const DOCUMENT_NUMBER = /^[（(]?([\u4e00-\u9fff]{1,14}[〔［[（(【]20\d{2}[〕］\])）】]第?\d{1,5}号)[）)]?$/u;

function documentNumberIn(text: string): string | null {
  if (!text.includes("号")) return null;
  return DOCUMENT_NUMBER.exec(foldDigits(text.replace(/\s+/gu, "")))?.[1] ?? null;
}

function placeBefore(fuller: string, name: string): string {
  return fuller.slice(0, fuller.length - name.length);
}

/** Ends of the names of media, which carry the news of others. */
const CARRIERS = /(?:中心|平台|网|台|站|报社|日报)$/u;

const DATES = [...PUBLISHED, "时间", "日期"] as const;

/**
 * The fields of the report that stand outside its tables, whichever characters it is printed in; `infer` allows to read
 * the year from its sentences.
 */
export function mapFields(
  lines: readonly ProseLine[],
  metadata: readonly MetadataField[],
  names: readonly string[],
  infer: boolean,
): MappedFields {
  if (!lines.some(isUnusual)) return fieldsIn(lines, metadata, names, infer);
  const folded = fieldsIn(
    lines.map(inUsualCharacters),
    metadata.map((entry) => ({ ...entry, value: usual(entry.value) })),
    names,
    infer,
  );
  return inPrintedCharacters(folded, [
    ...lines.map(({ text }) => text),
    ...metadata.map(({ value }) => value),
  ]);
}

function inUsualCharacters(line: ProseLine): ProseLine {
  const text = usual(line.text);
  return { ...line, text, signs: signsOf(text) };
}

/** How many lines are the opening of a report whose first line opens a chapter, or that has none. */
const OPENING = 12;

/** The lines before the first chapter without those of a box above the report. */
function openingOf(
  lines: readonly ProseLine[],
  isHeader: (line: ProseLine) => boolean,
): readonly ProseLine[] {
  const chapter = lines.findIndex(({ section }) => section !== undefined);
  const preamble = lines.slice(0, Math.max(0, chapter)).filter((line) => !isHeader(line));
  if (preamble.length > 0) return preamble;
  const first: ProseLine[] = [];
  for (const line of lines) {
    if (first.length === OPENING) break;
    if (!isHeader(line)) first.push(line);
  }
  return first;
}

/** What the text states takes precedence over the page's metadata. */
function fieldsIn(
  lines: readonly ProseLine[],
  metadata: readonly MetadataField[],
  names: readonly string[],
  infer: boolean,
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
  const box = headerBox(lines);
  const boxed = (field: MetadataField["field"]): Found | null => box.fields.get(field) ?? null;
  const isHeader = (line: ProseLine) =>
    !line.text.includes("。") && (HEADER_LINE.test(line.text) || box.lines.has(line));
  const opening = openingOf(lines, isHeader);
  const printed = findTitles(opening, names);
  const stated = [of("标题") ?? boxed("title"), meta("title")].map((one) => statedTitle(one, names));
  const beside = metadata.filter(({ field }) => field === "title").slice(1);
  const [best] = printed;
  // 政府信息公开工作年度报告 may head a page while the page's own title says of which office and year it is.
  const fuller =
    best?.issuer === null && best.year === null
      ? stated.find((one) => one?.issuer && one.year !== null && one.value.endsWith(best.value))
      : undefined;
  const title = fuller ?? best ?? stated[0] ?? findInlineTitle(opening, names) ?? stated[1] ?? null;
  const office = title ? foundNear(opening, title, officeIn) : null;
  const opens = announced(lines);
  const byPage = [of("发布机构", "公开机构"), boxed("issuer"), meta("issuer")];
  const signed = signature(lines);
  const named =
    (title?.issuer ? { ...title, value: title.issuer } : office) ??
    opens.issuer ??
    byPage.find((found) => found && hasPlace(found.value)) ??
    opens.compiler ??
    byPage.find((found) => found !== null) ??
    filledInBy(lines) ??
    of("来源", "信息来源") ??
    signed;
  // 公安局 in the title is whose name the signature gives in full: 橡溪县公安局.
  const fullNames =
    named && !OWN_PLACE.test(named.value) ? [opens.issuer, opens.compiler, signed, ...byPage] : [];
  const issuer =
    fullNames.find(
      (other) => other?.value.endsWith(named!.value) && isPlace(placeBefore(other.value, named!.value)),
    ) ?? named;
  const periods = findPeriods(lines);
  const period = periods[0] ?? null;
  const publication = publicationOf(
    [of(...DATES), boxed("publicationDate"), meta("publicationDate")],
    boxed("updated") ?? meta("updated"),
    lines,
    title,
  );
  const publicationDate = publication.date;
  const indexNumber = of("索引号") ?? boxed("indexNumber") ?? meta("indexNumber");
  const documentNumber =
    [of("文号", "发文字号"), boxed("documentNumber"), meta("documentNumber")].find(
      (found) => found !== null && /\d/u.test(found.value), // An empty one is printed as 〔〕号.
    ) ?? firstFound(opening, documentNumberIn);
  const yearAlone = title ? foundNear(opening, title, yearLine) : null;
  const stands = (title?.year ? { ...title, value: title.year } : yearAlone) ?? opens.year;
  const printedYear = stands?.value ?? null;
  const ofText = printedYear === null && period === null && infer ? onlyYearInText(lines) : null;
  const year = printedYear ?? period?.value.year ?? ofText?.value ?? publication.yearBefore;
  const found = { title, issuer, year: printedYear ?? period?.value.year ?? null, publicationDate };
  const { contact, unread, differing } = contactOf(
    opening.length > 0 ? [...opening, ...lines.slice(opening.length)] : lines,
  );
  diagnostics.push(
    ...fieldFindings({
      ...found,
      guessedYear: year,
      inferredYear: ofText,
      onlyUpdated: publication.onlyUpdated,
      titles: [
        ...printed,
        ...[...stated, ...beside.map((one) => statedTitle({ ...one, raw: one.value }, names))].filter(
          (one): one is Title => one !== null && isTitle(one.value, names),
        ),
      ],
      periods,
      otherSpan: period && otherSpan(lines, period.value),
      dates: [
        ...metadata.flatMap(({ field, value }) => (field === "publicationDate" ? [dateIn(value)] : [])),
        ...publication.dates,
      ],
      unread: [
        { field: "publicationDate", value: publicationDate, printed: publication.found },
        { field: "period", value: period, printed: period === null ? brokenPeriod(lines) : null },
        ...unread,
      ],
      differing,
      signatures: [signed, ...byPage, opens.issuer, opens.compiler].filter(
        (one): one is Found =>
          one !== null && isOffice(one.value) && hasPlace(one.value) && !CARRIERS.test(one.value),
      ),
      beside: officeBeside(opening, issuer),
      announcedYear: opens.year,
      textYear: printedYear === null ? null : otherYearInText(lines, printedYear),
    }),
  );
  const basis = basisOf(opening);
  const scope = firstFound(lines.filter(mayNameScope), scopeIn);

  note("title", title);
  note("issuer", issuer);
  note("year", stands ?? period ?? ofText ?? publication.found, ofText === null ? "given" : "inferred");
  note("period", period);
  note("publicationDate", publicationDate ? publication.found : null);
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
    announced: Object.values(opens).some((one) => one !== null),
    evidence,
    diagnostics,
  };

  function note(
    field: string,
    found: { raw: string; at: Place } | null,
    status: "given" | "inferred" = "given",
  ): void {
    if (found) evidence.set(`/report/${field}`, { raw: found.raw, status, at: found.at });
  }
}
