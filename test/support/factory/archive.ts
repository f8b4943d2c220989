import { drawAnnexReport } from "./annex/index.ts";
import type { AnnexForm, AnnexTruth } from "./annex/index.ts";
import { drawReport } from "./draw.ts";
import { drawOffice } from "./names.ts";
import type { Office } from "./names.ts";
import { plain } from "./options.ts";
import type { DrawOptions } from "./options.ts";
import { seeded } from "./random.ts";
import type { Random } from "./random.ts";
import type { ReportTruth, SectionTruth } from "./truth.ts";
import { brokenAcrossYears, isTelling } from "./years.ts";
import type { YearBreak, YearBreakId } from "./years.ts";

/** The reports of one office, oldest first, and everything in which two consecutive ones contradict or repeat each other. */
export interface ArchiveTruth {
  readonly seed: number;
  readonly planted: YearBreakId | null;
  readonly reports: readonly (ReportTruth | AnnexTruth)[];
  readonly breaks: readonly YearBreak[];
  /** A year whose report is there twice, in two renderings. */
  readonly twice: number | null;
}

/** Two to six years of one office, forms changing as they did, one break planted or none. */
export function drawArchive(seed: number, planted: YearBreakId | null = null): ArchiveTruth {
  const random = seeded(seed);
  for (let tries = 0; tries < 50; tries += 1) {
    const reports = drawReports(random, planted);
    const breaks = reports && breaksOf(reports.all, planted === "x-copied" ? reports.broken : null);
    // Beside blank columns, a total may state what the columns leave open, and break a further rule.
    const asWanted = planted === null ? breaks?.length === 0 : breaks?.some(({ rule }) => rule === planted);
    if (breaks && asWanted)
      return {
        seed,
        planted,
        reports: reports.all,
        breaks,
        twice: random.chance(0.2) ? random.pick(reports.all).year : null,
      };
  }
  throw new RangeError(`no archive with ${planted ?? "no break"} from seed ${seed}`);
}

function breaksOf(reports: ArchiveTruth["reports"], copied: number | null): YearBreak[] {
  return reports.flatMap((after, at): YearBreak[] => {
    const before = reports[at - 1];
    if (before?.year !== after.year - 1) return [];
    return [
      ...brokenAcrossYears(before, after),
      ...(after.year === copied ? [{ rule: "x-copied" as const, year: after.year, path: "sections" }] : []),
    ];
  });
}

const years = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);

/** Later years of a pair between which the rule can be broken. */
const yearsOf: Readonly<Record<YearBreakId | "none", readonly number[]>> = {
  none: years(2010, 2025),
  "x-carry": years(2020, 2025),
  "x-inforce": years(2022, 2025),
  "x-items": [2020],
  // Both years must print the same form.
  "x-identical": [...years(2010, 2013), ...years(2015, 2018), 2020, ...years(2022, 2025)],
  "x-copied": years(2010, 2025),
  "f2-cumulative": [...years(2010, 2013), ...years(2015, 2018)],
};

/** Null where one of the years could not be drawn. */
function drawReports(
  random: Random,
  planted: YearBreakId | null,
): { readonly all: ArchiveTruth["reports"]; readonly broken: number } | null {
  const broken = random.pick(yearsOf[planted ?? "none"]);
  const first = Math.max(2009, broken - 1 - random.int(0, 2));
  const last = Math.min(2025, broken + random.int(0, 2));
  const identical = planted === "x-identical";
  const scale = identical ? "city" : random.pick(["town", "county", "city"] as const);
  const office = drawOffice(random, scale);
  const drawnEarly = random.pick(["shanghai", "dingxi", "fujian", identical ? "fujian" : "2008"] as const);
  const drawnAnnex = random.pick(["2014", "2014-levels", "fujian"] as const);
  const cumulative = planted === "f2-cumulative";
  const [early, annex] = cumulative ? (["fujian", "fujian"] as const) : [drawnEarly, drawnAnnex];
  const varied = planted === null && random.chance(0.5);
  const gap = planted === null && random.chance(0.15) ? random.int(first, last) : null;

  const all: (ReportTruth | AnnexTruth)[] = [];
  for (const year of years(first, last).filter((one) => one !== gap)) {
    const before = all.at(-1)?.year === year - 1 ? all.at(-1) : undefined;
    const form = year < 2014 ? early : year < 2019 ? annex : null;
    const truth = drawYear(random, {
      office: spelled(random, office),
      scale,
      varied,
      year,
      form,
      before,
      plant: year === broken ? planted : null,
    });
    if (truth === null) return null;
    all.push(truth);
  }
  return { all, broken };
}

interface Year {
  readonly office: Office;
  readonly scale: NonNullable<DrawOptions["scale"]>;
  readonly varied: boolean;
  readonly year: number;
  /** Null for the forms of 2019 and 2021. */
  readonly form: AnnexForm | null;
  readonly before: ReportTruth | AnnexTruth | undefined;
  readonly plant: YearBreakId | null;
}

/** Draws again until the prose differs from last year's and the break can be planted; null after 20 tries. */
function drawYear(random: Random, year: Year): ReportTruth | AnnexTruth | null {
  for (let tries = 0; tries < 20; tries += 1) {
    const truth = year.form === null ? later(random, year) : older(random, year, year.form);
    if (
      truth &&
      (year.before === undefined ||
        year.plant === "x-copied" ||
        sharedProse(year.before.sections, truth.sections) < 0.5)
    )
      return truth;
  }
  return null;
}

function later(random: Random, { office, scale, varied, year, before, plant }: Year): ReportTruth | null {
  const form = year < 2021 ? "2019" : "2021";
  const layouts = { proactiveDisclosure: form, applications: form, reviewAndLitigation: form } as const;
  const follows = before && "tables" in before ? before : undefined;
  const truth = attempt(() =>
    drawReport(random.int(0, 1e9), {
      ...(varied ? {} : { ...plain, layouts }),
      year,
      scale,
      office,
      ...(follows && { before: follows }),
      ...(follows && plant && plant !== "x-copied" && plant !== "f2-cumulative" && { break: plant }),
    }),
  );
  if (truth === null || plant !== "x-copied") return truth;
  // The figures of the year before stand in the sentences too.
  return {
    ...truth,
    sections: updated(before!, year),
    claims: [],
    plantedErrors: truth.plantedErrors.filter(({ rule }) => !rule.startsWith("n-")),
  };
}

function older(random: Random, { office, year, before, plant }: Year, form: AnnexForm): AnnexTruth | null {
  const like = before && "form" in before && before.form === form ? before : undefined;
  if (plant === "x-identical" && !(like && isTelling(like, Object.keys(like.values)))) return null;
  return drawAnnexReport(random.int(0, 1e9), {
    form,
    year,
    office,
    ...(like && { before: like }),
    ...(plant === "x-identical" && { values: like!.values }),
    ...(plant === "f2-cumulative" && { miscounted: random.int(1, 9) }),
    ...(plant === "x-copied" && { prose: { sections: updated(before!, year), facts: {} } }),
  });
}

function attempt<T>(draw: () => T): T | null {
  try {
    return draw();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function updated({ sections, year }: ReportTruth | AnnexTruth, to: number): SectionTruth[] {
  return sections.map((section) => ({
    ...section,
    paragraphs: section.paragraphs.map((text) => text.replaceAll(String(year), String(to))),
  }));
}

/** Share of the later prose, figures aside, whose sentences stand in the earlier. */
function sharedProse(before: readonly SectionTruth[], after: readonly SectionTruth[]): number {
  const sentences = (sections: readonly SectionTruth[]): string[] =>
    sections.flatMap(({ paragraphs }) =>
      paragraphs.flatMap((text) => text.replace(/\d+/gu, "0").split(/[。：]/u)),
    );
  const length = (texts: readonly string[]): number => texts.join("").length;
  const known = new Set(sentences(before));
  const own = sentences(after);
  return length(own.filter((sentence) => known.has(sentence))) / length(own);
}

/** Offices leave 人民 or 人民政府 out in some years. */
function spelled(random: Random, office: Office): Office {
  if (random.chance(0.75)) return office;
  return {
    ...office,
    issuer: office.issuer.replace(/人民政府$/u, "").replace(/人民政府办公室$/u, "政府办公室"),
  };
}
