import { brokenRules } from "./arithmetic.ts";
import { plausibleFigures, uniqueFigures } from "./figures.ts";
import type { Figures } from "./figures.ts";
import type { Layouts } from "./forms.ts";
import { basisOf, drawContact, drawOffice, drawSectionTitles, drawTitle } from "./names.ts";
import type { WrittenCell } from "./notations.ts";
import { settle } from "./options.ts";
import type { DrawOptions } from "./options.ts";
import { misstate, plantableClaims, plantError } from "./planting.ts";
import type { Plant } from "./planting.ts";
import { printTables, writeCells } from "./printing.ts";
import { claimSentences, fillClaims, otherText, overviewText, preambleText, problemsText } from "./prose.ts";
import type { Narrative } from "./prose.ts";
import { seeded } from "./random.ts";
import type { Random } from "./random.ts";
import type { Claim, ReportTruth } from "./truth.ts";
import { follow, plantBreak } from "./years.ts";

/** One report with all it says known. The same seed and options give the same truth. */
export function drawReport(seed: number, options: DrawOptions = {}): ReportTruth {
  const random = seeded(seed);
  const settled = settle(random, options);
  const { year, scale, layouts, plant } = settled;
  const drawnOffice = drawOffice(random, scale);
  const office = options.office ?? drawnOffice;
  const titleLines = drawTitle(random, office.issuer, year);
  const period = random.chance(0.85) ? { from: `${year}-01-01`, to: `${year}-12-31` } : null;
  const contact = random.chance(0.7) ? drawContact(random, office.seat) : null;

  const figures =
    settled.fill === "unique" ? uniqueFigures(random, layouts) : plausibleFigures(random, layouts, scale);
  if (options.before) follow(options.before, layouts, figures);
  if (options.before && options.break) plantBreak(random, options.break, options.before, layouts, figures);
  for (const rule of plant) if (!isClaim(rule)) plantError(random, rule, layouts, figures);
  const told = settled.fill === "unique" ? [] : drawClaims(random, layouts, figures, plant);
  const claims = told.flatMap((sentence) => sentence.claims);
  const broken = settled.fill === "unique" ? [] : brokenRules(figures, layouts, claims);
  const keep = new Set(broken.flatMap((rule) => rule.paths));

  const written = writeCells(random, settled, figures, keep);
  const titles = drawSectionTitles(random, settled.labels);
  const none: Narrative = { paragraphs: [], headings: [] };
  const narratives = [
    overviewText(
      random,
      year,
      office.self,
      told.map((sentence) => fillClaims(sentence.sentence, sentence.claims)),
    ),
    none,
    none,
    none,
    problemsText(random),
    otherText(random),
  ];
  const day = random.int(4, 31);
  const entries = Object.entries(written);
  const pluck = <T>(of: (cell: WrittenCell) => T | undefined): Record<string, T> =>
    Object.fromEntries(
      entries.flatMap(([path, cell]) => (of(cell) === undefined ? [] : [[path, of(cell)!]])),
    );
  const units = pluck((cell) => cell.unit);
  if (layouts.proactiveDisclosure === "2021")
    units["proactiveDisclosure.administrativeFees.amount"] ??= "万元";
  else if (settled.procurementUnit) units["proactiveDisclosure.centralizedProcurement.amount"] = "万元";
  return {
    seed,
    title: titleLines.join(""),
    titleLines,
    issuer: office.issuer,
    year,
    period,
    contact: contact ?? { address: null, postcode: null, telephone: null, fax: null, email: null },
    basis: ["《中华人民共和国政府信息公开条例》", basisOf[layouts.proactiveDisclosure]],
    publicationDate: `${year + 1}-01-${String(day).padStart(2, "0")}`,
    indexNumber: `${random.int(10_000_000, 99_999_999)}/${year + 1}-${String(random.int(1, 99_999)).padStart(5, "0")}`,
    preamble: preambleText(random, basisOf[layouts.proactiveDisclosure], period, contact),
    sections: narratives.map(({ paragraphs, headings }, index) => ({
      number: index + 1,
      title: titles[index]!,
      paragraphs,
      headings,
    })),
    signature: random.chance(0.5) ? [office.issuer, `${year + 1}年1月${day}日`] : [],
    layouts,
    values: pluck((cell) => cell.value),
    raw: pluck((cell) => cell.raw),
    statuses: pluck((cell) => cell.status),
    units,
    notes: pluck((cell) => cell.note),
    tables: printTables(random, settled, written),
    claims,
    plantedErrors: broken,
  };
}

function isClaim(plant: Plant): plant is (typeof plantableClaims)[number] {
  return (plantableClaims as readonly Plant[]).includes(plant);
}

function drawClaims(
  random: Random,
  layouts: Layouts,
  figures: Figures,
  plant: readonly Plant[],
): { sentence: string; claims: Claim[] }[] {
  return claimSentences(random, layouts.applications, figures).flatMap(({ sentence, claims }) => {
    const wrong = plant.includes(claims[0]!.rule as Plant);
    if (!wrong && random.chance(0.25)) return [];
    return [
      {
        sentence,
        claims: claims.map((claim, index) => (wrong && index === 0 ? misstate(random, claim) : claim)),
      },
    ];
  });
}
