import { asPrinted } from "../../arithmetic/open-rows.ts";
import { tablePointer } from "../../arithmetic/paths.ts";
import { correctedValueOf } from "../../corrections/index.ts";
import { nameOf, placeWords, type Language } from "../../findings/index.ts";
import type { Conversion, CorrectedValue, Correction, WordedDiagnostic } from "../../model/index.ts";
import { pointersOf } from "../../record/index.ts";
import { FLAG_SIGNS } from "../state/doubts.ts";
import type { CorrectionDraft } from "../state/draft.ts";
import type { PageWords } from "../wording/words.ts";
import { Decide } from "./decide.tsx";

interface Props {
  readonly draft: CorrectionDraft;
  readonly pointer: string | null;
  readonly onDecide: (correction: Correction) => void;
  readonly onTakeBack: (pointer: string) => void;
  readonly onFinding: (finding: WordedDiagnostic) => void;
  readonly language: Language;
  readonly words: PageWords;
}

/** The chosen value: what is printed and where, its state, the findings about it, and a person's decision about it. */
export function CellPanel({ draft, pointer, onDecide, onTakeBack, onFinding, language, words }: Props) {
  const { shown, read, templates, corrections } = draft;
  const value = pointer !== null && shown.report ? correctedValueOf(shown.report, pointer) : undefined;
  if (pointer === null || value === undefined) return <p class="quiet">{words.noCell}</p>;
  const entry = shown.evidence[pointer];
  const own = shown.diagnostics.filter((finding) => pointersOf(finding).includes(pointer));
  const facts: readonly (readonly [string, string])[] = [
    [words.value, value === null ? words.blank : String(value)],
    [words.printed, entry?.raw ?? "–"],
    ...(entry?.unit ? [[words.unit, entry.unit] as const] : []),
    ...(entry?.note ? [[words.note, entry.note] as const] : []),
    [words.state, entry ? words.status[entry.status] : words.noPlace],
    [words.place, entry?.at ? placeWords(entry.at, language) || "–" : words.noPlace],
    ...formsCompared(pointer, shown).map((text) => [words.candidates, text] as const),
  ];
  return (
    <>
      <h2>{nameOf(pointer, { templates: asPrinted(templates, shown.report), layouts: shown.layouts })}</h2>
      <dl class="facts">
        {facts.map(([name, text]) => (
          <div>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {own.length > 0 && (
        <ul class="own">
          {own.map((finding) => (
            <li>
              <button type="button" class="link" onClick={() => onFinding(finding)}>
                {FLAG_SIGNS[finding.severity]} {finding.message}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Decide
        key={pointer}
        was={correctedValueOf(read.report!, pointer) as CorrectedValue}
        value={value}
        made={corrections.find((correction) => correction.pointer === pointer)}
        isNumber={pointer.startsWith("/report/tables/") || pointer === "/report/year"}
        onTakeBack={() => onTakeBack(pointer)}
        onDecide={(decision) =>
          onDecide({
            schema: "gongkai/correction/1",
            source: { name: read.source.name, sha256: read.source.sha256 },
            pointer,
            ...decision,
          })
        }
        words={words}
      />
    </>
  );
}

/** Which forms the cell's table was compared with, the chosen one first; nothing where the value is in no table. */
function formsCompared(pointer: string, { candidates, layouts }: Conversion): readonly string[] {
  const isOf = (table: string) => pointer.startsWith(`${tablePointer(table)}/`);
  const own = candidates.filter(({ table }) => isOf(table));
  if (own.length === 0) return [];
  const taken = (layout: string): boolean => layouts[own[0]!.table] === layout;
  return [
    [...own]
      .sort((a, b) => Number(taken(b.layout)) - Number(taken(a.layout)) || b.score - a.score)
      .map(({ layout, score }) => `${taken(layout) ? "✓ " : ""}${layout} ${Math.floor(score * 100)} %`)
      .join(", "),
  ];
}
