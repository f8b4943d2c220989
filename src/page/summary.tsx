import type { Conversion } from "../model/index.ts";
import type { Cell } from "../writers/tables/cells.ts";
import { isQuestion } from "./state/doubts.ts";
import type { PageWords } from "./wording/words.ts";

interface Props {
  readonly conversion: Conversion;
  readonly cells: readonly Cell[];
  readonly words: PageWords;
}

/** The state of the report in one sentence; an empty form is never called clean. */
export function Summary({ conversion: { report, diagnostics, adapter, source }, cells, words }: Props) {
  const count = (severity: string): number => diagnostics.filter((it) => it.severity === severity).length;
  const [errors, warnings] = [count("error"), count("warning")];
  const filled = cells.filter(({ value }) => value !== null).length;
  const questions = diagnostics.filter(isQuestion).length;
  const state = errors > 0 ? "error" : warnings + questions > 0 || filled === 0 ? "warning" : "clean";
  return (
    <div class={`summary is-${state}`} role="status">
      {report === null ? (
        <strong>{words.noReport}</strong>
      ) : filled === 0 ? (
        <strong>{words.nothingFilledIn}</strong>
      ) : errors + warnings === 0 && questions > 0 ? (
        <strong>{words.toCompare(questions)}</strong>
      ) : errors + warnings === 0 ? (
        <strong>✓ {words.allHold(filled)}</strong>
      ) : (
        <strong>{words.found(errors, warnings)}</strong>
      )}
      <span class="quiet">
        {/* A name may hold signs that turn the direction of what follows. */}
        <bdi>{source.name}</bdi>
        {adapter && ` · ${words.readOn(adapter)}`}
      </span>
    </div>
  );
}
