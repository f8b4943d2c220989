import {
  annexForms,
  drawAnnexReport,
  drawReport,
  hazards,
  plain,
  plantableAnnexRules,
  plantableClaims,
  plantableRules,
  withHazard,
} from "../../test/support/factory/index.ts";
import type {
  AnnexForm,
  AnnexOptions,
  AnnexTruth,
  DrawOptions,
  ReportTruth,
} from "../../test/support/factory/index.ts";

/** From nothing but plain figures to everything the factory can draw. */
export const profiles = ["plain", "varied", "unique", "planted", "hazards"] as const;
export type Profile = (typeof profiles)[number];

/** A report, which form it has, and what it was drawn from. */
export interface Drawing {
  readonly form: string;
  readonly options: DrawOptions | AnnexOptions;
  readonly truth: ReportTruth | AnnexTruth;
  /** What was done to it that no form allows. */
  readonly hazard?: string;
}

/** Draws the `turn`-th report of a profile. */
export type Draw = (seed: number, profile: Profile, turn: number) => Drawing;

/**
 * The forms of 2019 and 2021, mixed as offices mixed them, and every earlier form: equally many reports of each of the
 * two groups. `only` is the beginning of the forms' names, or `older` for all before 2019.
 */
export function families(only = ""): readonly Draw[] {
  const older = annexForms.filter((form) => only === "older" || form.startsWith(only));
  return [
    ...("2019-2021".startsWith(only) ? [drawLater] : []),
    ...(older.length === 0
      ? []
      : [(...[seed, profile, turn]: Parameters<Draw>) => drawOlder(older, seed, profile, turn)]),
  ];
}

const drawLater: Draw = (seed, profile, turn) => {
  const options: DrawOptions = {
    plain,
    varied: {},
    unique: { ...plain, fill: "unique" as const },
    planted: planted(turn),
    hazards: plain,
  }[profile];
  const truth = drawReport(seed, options);
  return { form: truth.layouts.proactiveDisclosure, options, ...endangered(truth, profile, seed, turn) };
};

function planted(turn: number): DrawOptions {
  const plants = [...plantableRules, ...plantableClaims, "slip" as const];
  const plant = plants[turn % plants.length]!;
  return { plant: [plant], ...(plant.startsWith("f3-") && { layouts: { proactiveDisclosure: "2019" } }) };
}

function drawOlder(forms: readonly AnnexForm[], seed: number, profile: Profile, turn: number): Drawing {
  const form = forms[turn % forms.length]!;
  const plants = plantableAnnexRules(form);
  const plant = plants[Math.floor(turn / forms.length) % plants.length];
  const options: AnnexOptions = {
    plain: { form },
    varied: { form, varied: true, blanks: [0, 0, 0.1, 0.5][turn % 4]! },
    unique: { form, fill: "unique" as const },
    planted: { form, ...(plant && { plant }) },
    hazards: { form },
  }[profile];
  const later = Math.floor(turn / forms.length);
  return { form, options, ...endangered(drawAnnexReport(seed, options), profile, seed, later) };
}

/** The report with the hazard whose turn it is, or with the next one that its tables can have. */
function endangered(
  truth: ReportTruth | AnnexTruth,
  profile: Profile,
  seed: number,
  turn: number,
): Pick<Drawing, "truth" | "hazard"> {
  if (profile !== "hazards") return { truth };
  const ids = Object.keys(hazards);
  for (let step = 0; step < ids.length; step++) {
    const hazard = ids[(turn + step) % ids.length]!;
    const endangered = withHazard(truth, hazard, seed);
    if (endangered) return { truth: endangered, hazard };
  }
  return { truth };
}
