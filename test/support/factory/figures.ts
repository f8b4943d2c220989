import {
  applicantColumns,
  applicationRows,
  formPaths,
  outcomes,
  resultLeaves,
  reviewBlocks,
  tableIds,
} from "./forms.ts";
import type { Layout, Layouts } from "./forms.ts";
import type { Random } from "./random.ts";

export type Scale = "town" | "county" | "city";
export type Figures = Record<string, number>;

/** Figures of an office of this size; every sum of the form holds. */
export function plausibleFigures(random: Random, layouts: Layouts, scale: Scale): Figures {
  const figures: Figures = {};
  disclosure(random, layouts.proactiveDisclosure, scale, figures);
  applications(random, layouts.applications, scale, figures);
  review(random, scale, figures);
  return figures;
}

/** A different number in every cell, which shows where a number is in the wrong place. No sum holds. */
export function uniqueFigures(random: Random, layouts: Layouts): Figures {
  let last = 100;
  const paths = tableIds.flatMap((table) => formPaths(table, layouts[table]));
  return Object.fromEntries(
    paths.map((path) => [path, (last += random.int(1, 9)) + (path.endsWith(".amount") ? 0.25 : 0)]),
  );
}

const ceilings = {
  town: { documents: 8, items: 40, decisions: 900, received: 4, cases: 2 },
  county: { documents: 60, items: 400, decisions: 60_000, received: 160, cases: 25 },
  city: { documents: 420, items: 3_000, decisions: 5_000_000, received: 3_600, cases: 380 },
} as const;
const idleShare = { town: 0.7, county: 0.2, city: 0.05 } as const;

function disclosure(random: Random, layout: Layout, scale: Scale, figures: Figures): void {
  const ceiling = ceilings[scale];
  const set = (path: string, value: number): void => void (figures[`proactiveDisclosure.${path}`] = value);
  const some = (maximum: number): number =>
    random.chance(idleShare[scale]) ? 0 : random.int(0, Math.ceil(maximum * random.next()));
  const money = (maximum: number, decimals: number): number =>
    random.chance(idleShare[scale])
      ? 0
      : Number(
          `${random.int(1, maximum)}.${String(random.int(0, 10 ** decimals - 1)).padStart(decimals, "0")}`,
        );

  for (const row of ["regulations", "normativeDocuments"]) {
    const made = row === "regulations" && scale !== "city" ? 0 : some(ceiling.documents);
    if (layout === "2019") {
      set(`${row}.newlyMade`, made);
      set(`${row}.newlyDisclosed`, random.int(0, made));
      set(`${row}.totalDisclosed`, made + some(ceiling.documents * 6));
    } else {
      set(`${row}.issued`, made);
      set(`${row}.repealed`, some(ceiling.documents / 2));
      set(`${row}.inForce`, made === 0 && scale === "town" ? 0 : made + some(ceiling.documents * 6));
    }
  }
  if (layout === "2021") {
    for (const row of ["administrativeLicensing", "administrativePenalties", "administrativeCoercion"])
      set(`${row}.decisions`, some(ceiling.decisions));
    set("administrativeFees.amount", money(ceiling.decisions / 50, random.int(0, 4)));
    return;
  }
  for (const row of [
    "administrativeLicensing",
    "otherExternalServices",
    "administrativePenalties",
    "administrativeCoercion",
    "administrativeFees",
  ]) {
    const prior = some(ceiling.items);
    const change = random.chance(0.6) ? 0 : random.int(-Math.min(prior, 12), 40);
    set(`${row}.priorYearItems`, prior);
    set(`${row}.itemsChange`, change);
    const decisions = some(ceiling.decisions);
    if (row !== "administrativeFees")
      set(`${row}.decisions`, change !== 0 && decisions === prior + change ? decisions + 1 : decisions);
  }
  const projects = some(ceiling.items);
  set("centralizedProcurement.projects", projects);
  set(
    "centralizedProcurement.amount",
    projects === 0 ? 0 : money(ceiling.decisions * 80, random.pick([0, 2, 2, 6])),
  );
}

function applications(random: Random, layout: Layout, scale: Scale, figures: Figures): void {
  const rows = applicationRows(layout);
  const leaves = resultLeaves(layout);
  const ceiling = ceilings[scale].received;
  for (const row of rows) figures[`applications.total.${row}`] = 0;
  applicantColumns.slice(0, 6).forEach(([, column], index) => {
    const share = index === 0 ? 1 : 0.06;
    const idle = random.chance(index === 0 ? idleShare[scale] : 0.5);
    const received = idle ? 0 : random.int(0, Math.ceil(ceiling * share * random.next()));
    const over = random.chance(0.6) ? 0 : Math.floor(received * 0.1 * random.next());
    const forward = random.chance(0.5) ? 0 : Math.floor((received + over) * 0.12 * random.next());
    const parts = divide(random, received + over - forward, leaves.length);
    const column_: Figures = {
      newlyReceived: received,
      carriedOver: over,
      "results.total": received + over - forward,
      carriedForward: forward,
    };
    leaves.forEach((leaf, place) => (column_[leaf] = parts[place]!));
    for (const row of rows) {
      figures[`applications.${column}.${row}`] = column_[row]!;
      figures[`applications.total.${row}`]! += column_[row]!;
    }
  });
}

function review(random: Random, scale: Scale, figures: Figures): void {
  for (const block of reviewBlocks) {
    const total = random.chance(idleShare[scale])
      ? 0
      : random.int(0, Math.ceil(ceilings[scale].cases * random.next()));
    const parts = [...divide(random, total, 4), total];
    outcomes.forEach(([, key], index) => (figures[`reviewAndLitigation.${block}.${key}`] = parts[index]!));
  }
}

/** Splits a whole number into `count` parts, most of them zero, the first ones favoured. */
function divide(random: Random, total: number, count: number): number[] {
  const parts = new Array<number>(count).fill(0);
  let left = total;
  while (left > 0) {
    const portion = Math.max(1, Math.floor(left * random.next() * 0.7));
    const place = Math.floor(count * random.next() ** 1.5);
    parts[place]! += portion;
    left -= portion;
  }
  return parts;
}
