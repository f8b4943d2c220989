import { joinedBytes } from "../joined-bytes.ts";
import type { DefinedName, References } from "../sheet/formulas/depends.ts";
import { formulaTokens } from "./formula-tokens.ts";
import type { FormulaTokens } from "./formula-tokens.ts";
import { shortAt } from "./records.ts";
import type { BiffRecord } from "./records.ts";

/** What a workbook says of the sheets and names to which its formulas refer by number. */
export interface XlsBookReferences {
  /** Takes one of the workbook's own records. */
  readonly read: (record: BiffRecord) => void;
  readonly uses: (tokens: FormulaTokens) => References | null;
  /** By their number, from 1. */
  readonly names: ReadonlyMap<string, DefinedName>;
}

/** EXTERNSHEET (MS-XLS 2.4.105), SUPBOOK (2.4.271), NAME (2.4.150). */
const [sheetReferences, books, definedName] = [0x17, 0x1ae, 0x18];
/** What a SUPBOOK says that stands for the workbook itself. */
const ownBook = 0x0401;
/** At most so many names are looked at. */
const mostNames = 5_000;
const corner = { row: 0, column: 0 };

export function xlsBookReferences(): XlsBookReferences {
  const isOwn: boolean[] = [];
  let references: Uint8Array = new Uint8Array();
  const names = new Map<string, DefinedName>();
  /** The sheet's ordinal, from 0; `outside` in another file, null for several sheets or none. */
  const sheetOf = (reference: number): string | null => {
    const at = 2 + reference * 6;
    if (reference >= shortAt(references, 0) || at + 6 > references.length) return null;
    const [first, last] = [shortAt(references, at + 2), shortAt(references, at + 4)];
    if (isOwn[shortAt(references, at)] !== true) return "outside";
    return first === last ? String(first) : null;
  };
  const uses = (tokens: FormulaTokens): References | null => {
    if (tokens.usesAny) return null;
    const ranges: References["ranges"][number][] = tokens.ranges.map((one) => ({ ...one, sheet: undefined }));
    for (const { reference, range } of tokens.elsewhere) {
      const sheet = sheetOf(reference);
      if (sheet === null) return null;
      if (sheet !== "outside") ranges.push({ ...range, sheet });
    }
    return { ranges, names: tokens.names.map(String) };
  };
  return {
    uses,
    names,
    read({ kind, body, continued }) {
      if (kind === books) isOwn.push(body.length === 4 && shortAt(body, 2) === ownBook);
      else if (kind === sheetReferences) references = joinedBytes([body, ...continued]);
      else if (kind === definedName && names.size < mostNames) {
        const tokens = nameTokens(body);
        names.set(String(names.size + 1), { changes: tokens.isVolatile, uses: () => uses(tokens) });
      }
    },
  };
}

/** The formula of a name follows its letters, of one or two bytes each. */
function nameTokens(body: Uint8Array): FormulaTokens {
  const letters = (body[3] ?? 0) * (((body[14] ?? 0) & 1) === 0 ? 1 : 2);
  const start = 15 + letters;
  return formulaTokens(body.subarray(start, start + shortAt(body, 4)), corner);
}
