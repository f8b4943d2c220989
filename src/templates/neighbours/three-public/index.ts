import type { Template } from "../../../model/index.ts";
import { threePublicExpenses } from "./by-account.ts";
import { threePublicByItem } from "./by-item.ts";

/** “三公”经费: the national form first; of layouts that fit equally well it is taken. */
export const threePublicFamilies: readonly Template[] = [threePublicExpenses, threePublicByItem];
