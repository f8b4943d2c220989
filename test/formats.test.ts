import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import {
  aboutOf as writtenAbout,
  corpusReports,
  formsOf as writtenForms,
  truthOf,
} from "../scripts/corpus-reports.ts";
import type { AnnualReport, Conversion } from "../src/model/index.ts";
import { broken, cellsNot, findings, misread } from "./support/cells.ts";
import { aboutOf, conversionOf, corpusFolders, formsOf } from "./support/corpus.ts";
import type { About } from "./support/corpus.ts";

/** What makes the record of a form another one than the Word document's. Everything not named here is equal. */
interface Difference {
  readonly why: string;
  readonly forms: RegExp;
  /** Facts that only this form prints. */
  readonly states?: (about: About) => Partial<AnnualReport>;
  /** What is left of a record when the difference is taken out; done to both. */
  readonly without?: (record: AnnualReport) => AnnualReport;
}

const differences: readonly Difference[] = [
  {
    why: "the page's own head states the date and the index number",
    forms: /\.portal\.html$/u,
    states: ({ publicationDate, indexNumber }) => ({ publicationDate, indexNumber }),
  },
  {
    why: "the crawler's own head states the date, and stands above the report",
    forms: /\.fused-crawler\.txt$/u,
    states: ({ publicationDate }) => ({ publicationDate }),
    without: (record) => ({ ...record, sections: record.sections.filter(({ number }) => number > 0) }),
  },
  {
    why: "all paragraphs of a section run together in one line",
    forms: /\.fused(-crawler)?\.txt$/u,
    without: (record) => ({
      ...record,
      sections: record.sections.map((section) => ({
        ...section,
        paragraphs: [section.paragraphs.join("")],
        headings: [],
      })),
      facts: record.facts.map((fact) => ({ ...fact, paragraph: 0, sentence: "" })),
    }),
  },
  {
    why: "a page has gaps, not spaces: those beside digits are the printer's",
    forms: /\.(?:pdf|ofd)$/u,
    without: (record) => JSON.parse(JSON.stringify(record).replace(/\s+/gu, "")) as AnnualReport,
  },
];

/**
 * Forms whose cells have no borders left: a cell that the sums do not decide is null, and flagged. So is, where spaces
 * alone make the columns, a row whose label is damaged and wrapped beside a group's at once, and in values that commas part,
 * which say nothing of merged cells, a row whose cells are merged otherwise than its headings, and one that is blank throughout.
 */
const undecidable = /(?:\.(?:fused(?:-crawler)?|aligned-pages)\.txt|\.csv)$/u;

describe.each(corpusFolders())("%s", (folder) => {
  const about = aboutOf(folder);
  let word: Conversion;
  beforeAll(async () => {
    word = await conversionOf(folder, "report.docx");
  });

  it("report.docx says what the report says", () => {
    const { title, issuer, year, period, contact } = word.report!;
    expect({ title, issuer, year, period, contact }).toEqual({
      title: about.title,
      issuer: about.issuer,
      year: about.year,
      period: about.period,
      contact: about.contact,
    });
  });

  it.each(formsOf(folder))("%s", async (name) => {
    const conversion = await conversionOf(folder, name);
    expect(conversion.report, conversion.diagnostics[0]?.message).not.toBeNull();

    expect(
      misread(about.values, conversion, undecidable.test(name) ? ["right", "missing-flagged"] : ["right"]),
    ).toEqual([]);
    const undecided = new Set(cellsNot(about.values, conversion, ["right"]).map(({ path }) => path));
    expect(layoutsOf(conversion)).toEqual(layoutsOf(about));
    expect(findings(conversion)).toEqual(planted(about, undecided));

    const { tables: ours, ...record } = reduced(conversion.report!, name);
    const { tables: theirs, ...expected } = reduced({ ...word.report!, ...stated(about, name) }, name);
    if (undecided.size === 0) expect(ours).toEqual(theirs);
    expect(record).toEqual(expected);
  });
});

function stated(about: About, name: string): Partial<AnnualReport> {
  return Object.assign(
    {},
    ...differences.map(({ forms, states }) => (forms.test(name) ? states?.(about) : undefined)),
  ) as Partial<AnnualReport>;
}

function reduced(record: AnnualReport, name: string): AnnualReport {
  return differences.reduce(
    (left, { forms, without }) => (without && forms.test(name) ? without(left) : left),
    record,
  );
}

/** Table 4 is the same in both layouts, so either name is right. */
function layoutsOf({ layouts }: Pick<Conversion, "layouts">): Record<string, string | undefined> {
  return { ...layouts, reviewAndLitigation: undefined };
}

/** The errors that the report was published with; one with an undecided operand cannot be assessed. */
function planted({ plantedErrors }: About, undecided: ReadonlySet<string>): string[] {
  return broken(plantedErrors.filter(({ paths }) => !paths.some((path) => undecided.has(path))));
}

describe.each(corpusReports)("corpus/$folder", (report) => {
  it("is what `npm run corpus` writes", () => {
    const truth = truthOf(report);
    const stored = (name: string) =>
      readFileSync(new URL(`../corpus/${report.folder}/${name}`, import.meta.url));
    expect(stored("about.json").toString()).toBe(writtenAbout(report, truth));
    for (const [name, bytes] of Object.entries(writtenForms(report, truth)))
      expect(stored(name).equals(bytes), name).toBe(true);
    for (const variant of Object.keys(report.pdfs))
      expect(existsSync(new URL(`../corpus/${report.folder}/report.${variant}.pdf`, import.meta.url))).toBe(
        true,
      );
  });
});
