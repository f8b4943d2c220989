import type { FormBlock } from "../blocks.ts";
import { drawContact, drawOffice, drawTitle } from "../names.ts";
import type { Office } from "../names.ts";
import { blankMarks, writeBlank, writePlain, writeVaried } from "../notations.ts";
import type { WrittenCell } from "../notations.ts";
import { termsText } from "../prose.ts";
import { seeded } from "../random.ts";
import type { Random } from "../random.ts";
import type { AnnexRuleId, DocumentTruth } from "../truth.ts";
import { plantAnnex, plausibleAnnex, uniqueAnnex, type AnnexFigures } from "./figures.ts";
import { annexForms, annexPath, describedForms } from "./forms.ts";
import type { AnnexDescription, AnnexForm } from "./forms.ts";
import { printAnnex } from "./printing.ts";
import type { AnnexStyle } from "./printing.ts";
import { drawChapters } from "./prose.ts";
import type { AnnexProse } from "./prose.ts";
import { brokenAnnexRules } from "./rules.ts";

/** A report of 2008 to 2018: its chapters, and the indicator list if it has one. */
export interface AnnexTruth extends DocumentTruth {
  readonly form: AnnexForm;
  /** Figures the prose states, by the name of the fact. */
  readonly facts: Readonly<Record<string, number>>;
  /** Rows across the list, which some formats cannot tell from lines above and below it. */
  readonly across: readonly string[];
  readonly blocks: readonly FormBlock[];
}

export interface AnnexOptions {
  readonly form?: AnnexForm;
  readonly year?: number;
  readonly office?: Office;
  readonly fill?: "plausible" | "unique";
  /** Share of blank cells. */
  readonly blanks?: number;
  /** Other wordings, notations, marks for blanks, rows of one district, a footer; otherwise all is printed plainly. */
  readonly varied?: boolean;
  /** A rule to break, in every column. */
  readonly plant?: AnnexRuleId;
  /** The report of the year before, whose 历年累计 this one adds its own figures to. */
  readonly before?: Pick<AnnexTruth, "values">;
  /** The difference between the first 历年累计 and the one that follows from the year before. */
  readonly miscounted?: number;
  /** Figures to print instead of those drawn, by path. */
  readonly values?: Readonly<Record<string, number | null>>;
  /** Chapters to print instead of those drawn. */
  readonly prose?: AnnexProse;
}

/** One report; the same seed and options give the same truth. */
export function drawAnnexReport(seed: number, options: AnnexOptions = {}): AnnexTruth {
  const random = seeded(seed);
  const drawnForm = random.pick(annexForms);
  const form = options.form ?? drawnForm;
  const described = describedForms[form];
  const drawnYear = random.int(...described.years);
  const year = options.year ?? drawnYear;
  const drawnOffice = drawOffice(random, random.pick(["town", "county", "city"]));
  const { issuer, seat } = options.office ?? drawnOffice;
  const titleLines = drawTitle(random, issuer, year);
  const period = random.chance(0.8) ? { from: `${year}-01-01`, to: `${year}-12-31` } : null;
  const contact = random.chance(0.5) ? drawContact(random, seat) : null;
  const day = random.int(4, 28);
  const publicationDate = `${year + 1}-03-${String(day).padStart(2, "0")}`;

  const written = writeList(random, form, options);
  const values = Object.fromEntries(Object.entries(written).map(([path, { value }]) => [path, value]));
  const drawnProse = drawChapters(
    random,
    described.chapters,
    form === "2008" ? loneFigures(random) : quotable(described, values),
  );
  const prose = options.prose ?? drawnProse;
  const telephone = contact?.telephone ? `联系电话：${contact.telephone}　　　` : "";
  const footer = `单位负责人：　　　审核人：　　　填报人：　　　${telephone}填报日期：${year + 1}年1月${day}日`;
  const inTable = random.chance(0.5);
  const varied = options.varied === true;
  const style = {
    year,
    ...(varied ? variedStyle(random, form, year, issuer) : plainStyle),
    footer: varied && inTable ? footer : null,
  };
  const table = described.table === null ? [] : [printAnnex(random, described, written, style)];
  const below = varied && !inTable && table.length > 0 && random.chance(0.5) ? [footer] : [];
  const sections = prose.sections.map((section, at) =>
    at === prose.sections.length - 1
      ? { ...section, paragraphs: [...section.paragraphs, ...below] }
      : section,
  );
  const signature = random.chance(0.5) ? [issuer, `${year + 1}年3月${day}日`] : [];
  const preamble = [
    `本报告根据《中华人民共和国政府信息公开条例》编制。${termsText(random, period, contact)}`,
  ];

  return {
    seed,
    form,
    title: titleLines.join(""),
    titleLines,
    issuer,
    year,
    period,
    contact: contact ?? { address: null, postcode: null, telephone: null, fax: null, email: null },
    publicationDate,
    indexNumber: `${random.int(10_000_000, 99_999_999)}/${year + 1}-${String(random.int(1, 99_999)).padStart(5, "0")}`,
    preamble,
    sections,
    signature,
    layouts: described.table === null ? {} : { [described.table]: described.layout },
    values,
    plantedErrors: options.fill === "unique" ? [] : brokenAnnexRules(form, values),
    facts: prose.facts,
    across: [...style.caption, ...(style.footer === null ? [] : [style.footer])],
    blocks: [
      ...titleLines.map((text): FormBlock => ({ kind: "heading", level: 0, text })),
      ...preamble.map(paragraph),
      ...sections.flatMap(({ title, paragraphs }, at): FormBlock[] => {
        const last = at === sections.length - 1;
        const above = paragraphs.slice(0, last ? paragraphs.length - below.length : undefined);
        return [
          { kind: "heading", level: 1, text: title },
          ...above.map(paragraph),
          ...(last ? [...table, ...below.map(paragraph)] : []),
        ];
      }),
      ...signature.map((text): FormBlock => ({ kind: "paragraph", text, align: "right" })),
    ],
  };
}

type Style = Omit<AnnexStyle, "year" | "footer">;
const plainStyle: Style = { labels: 0, localRows: false, numbers: true, counted: false, caption: [] };

function variedStyle(random: Random, form: AnnexForm, year: number, issuer: string): Style {
  return {
    labels: random.next() * 0.6,
    localRows: form === "2014-levels" && random.chance(0.5),
    numbers: random.chance(0.8),
    counted: random.chance(0.2),
    caption: random.pick([
      [],
      [],
      ["政府信息公开情况统计表"],
      [`政府信息公开情况统计表（${year}年度）`, `填报单位（盖章）：${issuer}`],
    ]),
  };
}

function paragraph(text: string): FormBlock {
  return { kind: "paragraph", text };
}

function writeList(
  random: Random,
  form: AnnexForm,
  { fill, blanks = 0, varied = false, plant, values, before, miscounted = 0 }: AnnexOptions,
): Record<string, WrittenCell> {
  const described = describedForms[form];
  const mark = varied ? random.pick(Object.keys(blankMarks)) : "";
  const notations = varied ? random.next() * 0.4 : 0;
  const without = new Set(
    described.lines.filter(({ optional, path }) => path === "" || (optional && random.chance(0.5))),
  );
  let ofTheYear: AnnexFigures = {};
  return Object.fromEntries(
    described.columns.flatMap(([column]) => {
      const figures = fill === "unique" ? uniqueAnnex(random, form) : plausibleAnnex(random, form);
      if (column === "cumulative" && before !== undefined)
        for (const [row, value] of Object.entries(ofTheYear))
          figures[row] = value + (before.values[annexPath(described, row, column)] ?? 0);
      if (column === "cumulative" && miscounted > 0) figures[described.lines[0]!.path]! += miscounted;
      ofTheYear = figures;
      if (plant !== undefined) plantAnnex(random, form, figures, plant);
      return described.lines.flatMap((line): [string, WrittenCell][] => {
        if (without.has(line)) return [];
        const path = annexPath(described, line.path, column);
        const given = values?.[path];
        const value = given === undefined ? figures[line.path]! : given;
        const isBlank = value === null || (given === undefined && random.chance(blanks));
        if (isBlank) return [[path, writeBlank(mark)]];
        return [
          [
            path,
            random.chance(notations) ? writeVaried(random, path, value, [line.unit]) : writePlain(value),
          ],
        ];
      });
    }),
  );
}

/** The figures that a sentence may quote, by fact: those of the year, where the list has no column for each level. */
function quotable(described: AnnexDescription, values: AnnexTruth["values"]): Record<string, number> {
  if (described.columns.length > 2) return {};
  const column = described.columns.find(([key]) => ["", "current", "year"].includes(key))![0];
  const rows = {
    applicationsReceived: ["applications.received.total"],
    reconsiderations: ["reconsideration.total", "reconsideration"],
    litigation: ["litigation.total", "litigation"],
  };
  return Object.fromEntries(
    Object.entries(rows).flatMap(([fact, paths]) => {
      const value = paths
        .map((path) => values[annexPath(described, path, column)])
        .find((one) => one !== undefined);
      return value === undefined || value === null ? [] : [[fact, value]];
    }),
  );
}

function loneFigures(random: Random): Record<string, number> {
  return {
    applicationsReceived: random.int(0, 300),
    reconsiderations: random.int(0, 9),
    litigation: random.int(0, 9),
  };
}
