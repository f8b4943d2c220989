import { useState } from "preact/hooks";
import type { Relation, RelationSide, WordedDiagnostic } from "../../model/index.ts";
import { FLAG_SIGNS } from "../state/doubts.ts";
import type { Words } from "../words.ts";

interface Props {
  /** In the order in which they are gone through. */
  readonly findings: readonly WordedDiagnostic[];
  readonly notices: readonly WordedDiagnostic[];
  readonly selected: WordedDiagnostic | null;
  readonly onSelect: (finding: WordedDiagnostic) => void;
  readonly words: Words;
}

/** Errors and warnings, each of which lights what it is about; notices below, folded. */
export function Findings({ findings, notices, selected, onSelect, words }: Props) {
  const [open, setOpen] = useState(false);
  const list = (shown: readonly WordedDiagnostic[]) => (
    <ol class="finding-list">
      {shown.map((finding) => (
        <li>
          <button
            type="button"
            class={`finding is-${finding.severity}`}
            aria-pressed={finding === selected}
            onClick={() => onSelect(finding)}
          >
            <span class="badge">
              <span aria-hidden="true">{FLAG_SIGNS[finding.severity]}</span>{" "}
              {words.severity[finding.severity]}
            </span>
            <span class="message">{finding.message}</span>
            {finding.relation && <Sides relation={finding.relation} />}
          </button>
        </li>
      ))}
    </ol>
  );
  return (
    <>
      {list(findings)}
      {notices.length > 0 && (
        <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{words.notices(notices.length)}</summary>
          {open && list(notices)}
        </details>
      )}
    </>
  );
}

/** 自然人 + 商业企业 = 16, against 总计 = 17. */
function Sides({ relation: { left, operator, right } }: { readonly relation: Relation }) {
  return (
    <span class="sides">
      <span class="side left">{sideText(left)}</span>
      <span class="operator">{OPERATORS[operator]}</span>
      <span class="side right">{sideText(right)}</span>
    </span>
  );
}

/** What must hold and does not. */
const OPERATORS = { "==": "≠", "!=": "=", "<=": ">", ">=": "<", "<": "≥", ">": "≤" } as const;

function sideText({ sum, terms }: RelationSide): string {
  const named = terms.map(({ sign, label }, index) => (sign < 0 ? "− " : index > 0 ? "+ " : "") + label);
  return `${named.slice(0, MOST_TERMS).join(" ")}${named.length > MOST_TERMS ? " …" : ""} = ${sum}`;
}

const MOST_TERMS = 8;
