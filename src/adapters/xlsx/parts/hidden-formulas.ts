import type { Limits } from "../../../model/index.ts";
import { readPart } from "../../docx/package.ts";
import type { Relationship } from "../../docx/package.ts";
import type { Archive } from "../../package/zip.ts";
import { ofHiddenSheet } from "../../sheet/formulas/depends.ts";
import type { SheetFormulas } from "../../sheet/formulas/depends.ts";
import { isVolatile } from "../../sheet/formulas/volatile.ts";

/** At most so many characters of a formula are looked at. */
const longestFormula = 8192;

/** What a hidden sheet means for formulas of other sheets. */
export function hiddenFormulas(
  archive: Archive,
  related: Relationship | undefined,
  key: string,
  limits: Limits,
): readonly SheetFormulas[] {
  const part = related?.type === "worksheet" ? archive.find(related.target) : null;
  if (part === null) return [];
  let formula = "";
  let [hasFormula, changes] = [false, false];
  const isFormula = (name: string | undefined): boolean => name === "x:f";
  try {
    readPart(
      archive,
      part,
      {
        open: (name) => {
          if (!isFormula(name)) return;
          formula = "";
          hasFormula = true;
        },
        text: (text, path) => {
          if (isFormula(path.at(-1)) && formula.length < longestFormula) formula += text;
        },
        close: (name) => void (changes ||= isFormula(name) && isVolatile(formula)),
      },
      limits,
    );
  } catch {
    // Nothing of a hidden sheet is shown, so damage there only means that nothing is known of its formulas.
    return [];
  }
  return ofHiddenSheet(key, { hasFormula, changes });
}
