import { referencesIn, rowColumnReferences } from "../sheet/formulas/formula-references.ts";
import type { SheetPlace } from "../sheet/formulas/formula-references.ts";

/** What a formula refers to; LibreOffice writes its own formulas here, after their prefix. */
export function writtenReferences(formula: string, place: SheetPlace): ReturnType<typeof referencesIn> {
  return formula.startsWith("of:")
    ? referencesIn(formula, place, place)
    : rowColumnReferences(formula, place);
}
