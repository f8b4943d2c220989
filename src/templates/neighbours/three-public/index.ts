import type { Template } from "../../../model/index.ts";
import { threePublicExpenses } from "./by-account.ts";
import { threePublicByItem } from "./by-item.ts";

/** “三公”经费. The national form comes first, so that it is taken where other layouts fit equally well. */
export const threePublicFamilies: readonly Template[] = [threePublicExpenses, threePublicByItem];
