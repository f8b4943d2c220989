import type { Template } from "../model/index.ts";
import { annex2014, annex2014Levels } from "./annex-2014.ts";
import { annexFujian, annexFujianYearEnd } from "./annex-fujian.ts";
import { reports2008 } from "./annex-regional.ts";
import { layout2019 } from "./layout-2019.ts";
import { layout2021 } from "./layout-2021.ts";

import { enforcementFamilies } from "./neighbours/enforcement/index.ts";
import { departmentAccounts } from "./neighbours/accounts/index.ts";
import { governmentSite } from "./neighbours/government-site.ts";
import { threePublicFamilies } from "./neighbours/three-public/index.ts";

/** The built-in form families, newest first: of two that fit equally well the newer one is taken. */
export const templates: readonly Template[] = [
  layout2021,
  layout2019,
  annex2014,
  annex2014Levels,
  annexFujian,
  annexFujianYearEnd,
  reports2008,
  ...enforcementFamilies,
  governmentSite,
  departmentAccounts,
  ...threePublicFamilies,
];

/** A user's own families, then the built-in ones; a user's family replaces the built-in one with the same id. */
export function withBuiltIn(own: readonly Template[]): readonly Template[] {
  return [...own, ...templates.filter(({ id }) => !own.some((it) => it.id === id))];
}
