import { carry } from "./carry.ts";
import { copied } from "./copied.ts";
import { identical } from "./identical.ts";
import { inForce } from "./in-force.ts";
import { items } from "./items.ts";
import type { CrossYearRule } from "./rule.ts";

/** In the order in which they are told: figures against figures, then whole tables, then prose. */
export const crossYearRules: readonly CrossYearRule[] = [carry, inForce, items, identical, copied];
