import { brokenRules } from "./arithmetic.ts";
import { plausibleFigures, uniqueFigures } from "./figures.ts";
import type { Figures, Scale } from "./figures.ts";
import { formPaths, formRows, tableIds } from "./forms.ts";
import type { FormCell, FormRow, Layout, Layouts, TableId } from "./forms.ts";
import { damageLabel, varyLabel } from "./labels.ts";
import { basisOf, drawContact, drawOffice, drawSectionTitles, drawTitle } from "./names.ts";
import { blankMarks, writeBlank, writePlain, writeVaried } from "./notations.ts";
import type { WrittenCell } from "./notations.ts";
import { misstate, plantableClaims, plantError } from "./planting.ts";
import type { Plant } from "./planting.ts";
import { claimSentences, fillClaims, otherText, overviewText, preambleText, problemsText } from "./prose.ts";
import type { Narrative } from "./prose.ts";
import { seeded } from "./random.ts";
import type { Random } from "./random.ts";
import type { Claim, ReportTruth } from "./truth.ts";

/** Every option left out is drawn from the seed; `plain` switches all variation off. */
export interface DrawOptions {
  readonly year?: number;
  readonly scale?: Scale;
  readonly layouts?: Partial<Layouts>;
  /** `unique`: another number in every cell, no sum holds, no figure in the prose. */
  readonly fill?: "plausible" | "unique";
  /** Which cells hold no number: a share of all, every zero, the row totals of all results, or a whole table. */
  readonly blanks?: "none" | "some" | "zeros" | "result-totals" | TableId;
  /** How those are written, one drawn for the whole report. */
  readonly blankMarks?: readonly string[];
  /** Share of numbers that are not written as plain digits. */
  readonly notations?: number;
  /** Share of labels and section titles in another wording or spelling. */
  readonly labels?: number;
  /** Share of the long row labels that lost a character. */
  readonly damage?: number;
  /** Table 2 of 2019 with four columns. */
  readonly narrow?: boolean;
  /** The row 其他主动公开文件 that one province printed in 2020. */
  readonly extraRow?: boolean;
  /** 采购总金额(万元) instead of 采购总金额. */
  readonly procurementUnit?: boolean;
  readonly plant?: readonly Plant[];
}

export const plain: DrawOptions = {
  fill: "plausible",
  blanks: "none",
  blankMarks: [""],
  notations: 0,
  labels: 0,
  damage: 0,
  narrow: false,
  extraRow: false,
  procurementUnit: false,
  plant: [],
};

/** One report with all it says known. The same seed and options give the same truth. */
export function drawReport(seed: number, options: DrawOptions = {}): ReportTruth {
  const random = seeded(seed);
  const settled = settle(random, options);
  const { year, scale, layouts, plant } = settled;
  const office = drawOffice(random, scale);
  const titleLines = drawTitle(random, office.issuer, year);
  const period = random.chance(0.85) ? { from: `${year}-01-01`, to: `${year}-12-31` } : null;
  const contact = random.chance(0.7) ? drawContact(random, office.seat) : null;

  const figures =
    settled.fill === "unique" ? uniqueFigures(random, layouts) : plausibleFigures(random, layouts, scale);
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

type Settled = Required<Omit<DrawOptions, "layouts">> & { readonly layouts: Layouts };

function settle(random: Random, options: DrawOptions): Settled {
  const year = options.year ?? random.int(2019, 2025);
  // Some offices went on with the old form years after the new one came.
  const late = random.chance(0.04);
  const usual: Layout = year < 2021 || late ? "2019" : "2021";
  const some = (share: number, most: number): number => (random.chance(share) ? random.next() * most : 0);
  const drawn: Settled = {
    year,
    scale: random.pick(["town", "town", "county", "city"] as const),
    // The commonest mixture published: the new table 2 above the old table 3.
    layouts: {
      proactiveDisclosure: usual,
      applications: random.chance(0.1) ? "2019" : usual,
      reviewAndLitigation: usual,
    },
    fill: "plausible",
    blanks: random.pick([
      "none",
      "none",
      "none",
      "some",
      "zeros",
      "result-totals",
      random.pick(tableIds),
    ] as const),
    blankMarks: [random.pick(Object.keys(blankMarks))],
    notations: some(0.3, 0.5),
    labels: some(0.5, 0.8),
    damage: some(0.15, 0.3),
    narrow: random.chance(0.4),
    extraRow: random.chance(0.1),
    procurementUnit: random.chance(0.2),
    plant: [],
  };
  return { ...drawn, ...options, layouts: { ...drawn.layouts, ...options.layouts } };
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

function writeCells(
  random: Random,
  settled: Settled,
  figures: Figures,
  keep: ReadonlySet<string>,
): Record<string, WrittenCell> {
  const mark = random.pick(settled.blankMarks);
  const blankShare = random.chance(0.5) ? 0.3 : 0.05;
  const isBlank = (table: TableId, path: string): boolean => {
    if (keep.has(path)) return false;
    switch (settled.blanks) {
      case "none":
        return false;
      case "some":
        return random.chance(blankShare);
      case "zeros":
        return figures[path] === 0;
      case "result-totals":
        return path.startsWith("applications.total.results.");
      default:
        return table === settled.blanks;
    }
  };
  return Object.fromEntries(
    tableIds.flatMap((table) =>
      formPaths(table, settled.layouts[table]).map((path) => {
        const value = figures[path]!;
        if (isBlank(table, path)) return [path, writeBlank(mark)];
        // Under a header that says 万元 a unit in the cell could contradict it.
        const bare = settled.procurementUnit && path === "proactiveDisclosure.centralizedProcurement.amount";
        return [
          path,
          !bare && random.chance(settled.notations) ? writeVaried(random, path, value) : writePlain(value),
        ];
      }),
    ),
  );
}

function printTables(
  random: Random,
  settled: Settled,
  written: Readonly<Record<string, WrittenCell>>,
): Record<TableId, FormRow[]> {
  const print = (cell: FormCell): FormCell => {
    if (cell.path !== undefined) return { ...cell, text: written[cell.path]!.raw };
    if (settled.procurementUnit && cell.text === "采购总金额") return { ...cell, text: "采购总金额(万元)" };
    if (random.chance(settled.damage)) return damageLabel(random, cell);
    return random.chance(settled.labels) ? varyLabel(random, cell) : cell;
  };
  const rowsOf = (table: TableId): FormRow[] => {
    const rows = formRows(table, settled.layouts[table], settled.narrow);
    if (table !== "proactiveDisclosure" || !settled.extraRow || settled.layouts[table] !== "2019")
      return rows;
    const extra = rows[3]!.map(({ role, rowSpan, colSpan }, index) => ({
      role,
      rowSpan,
      colSpan,
      text: index === 0 ? "其他主动公开文件" : "0",
    }));
    return [...rows.slice(0, 4), extra, ...rows.slice(4)];
  };
  const printed = (table: TableId): FormRow[] => rowsOf(table).map((row) => row.map(print));
  return {
    proactiveDisclosure: printed("proactiveDisclosure"),
    applications: printed("applications"),
    reviewAndLitigation: printed("reviewAndLitigation"),
  };
}
