import { useEffect, useState } from "preact/hooks";
import type { Relation, RelationSide, WordedDiagnostic } from "../../model/index.ts";
import { FLAG_SIGNS } from "../state/doubts.ts";
import type { PageWords } from "../wording/words.ts";

interface Props {
  /** The findings in the order in which the keys step through them. */
  readonly findings: readonly WordedDiagnostic[];
  readonly notices: readonly WordedDiagnostic[];
  readonly selected: WordedDiagnostic | null;
  readonly onSelect: (finding: WordedDiagnostic) => void;
  readonly words: PageWords;
}

/** Errors and warnings; choosing one highlights the cells it is about. Notices are folded below. */
export function Findings({ findings, notices, selected, onSelect, words }: Props) {
  const [open, setOpen] = useState(false);
  const list = (all: readonly WordedDiagnostic[]) => (
    <FindingList all={all} selected={selected} onSelect={onSelect} words={words} />
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

interface ListProps extends Pick<Props, "selected" | "onSelect" | "words"> {
  readonly all: readonly WordedDiagnostic[];
}

/** How many findings are drawn at first, and how many more each time, so that a page with thousands stays quick. */
const AT_ONCE = 100;

function FindingList({ all, selected, onSelect, words }: ListProps) {
  const [asked, setAsked] = useState(AT_ONCE);
  // On paper nobody can ask for more, so all are drawn before printing.
  useEffect(() => {
    const ask = (): void => setAsked(Number.POSITIVE_INFINITY);
    addEventListener("beforeprint", ask);
    return () => removeEventListener("beforeprint", ask);
  }, []);
  const chosen = selected === null ? 0 : all.indexOf(selected) + 1;
  const most = Math.max(asked, Math.ceil(chosen / AT_ONCE) * AT_ONCE);
  return (
    <>
      <ol class="finding-list">
        {all.slice(0, most).map((finding) => (
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
      {all.length > most && (
        <button type="button" onClick={() => setAsked(most + AT_ONCE)}>
          {words.moreFindings(all.length - most)}
        </button>
      )}
    </>
  );
}

/** The two sides that differ, such as 自然人 + 商业企业 = 16, against 总计 = 17. */
function Sides({ relation: { left, operator, right } }: { readonly relation: Relation }) {
  return (
    <span class="sides">
      <span class="side left">{sideText(left)}</span>
      <span class="operator">{OPERATORS[operator]}</span>
      <span class="side right">{sideText(right)}</span>
    </span>
  );
}

/** For each relation that must hold, the sign of what is the case instead. */
const OPERATORS = { "==": "≠", "!=": "=", "<=": ">", ">=": "<", "<": "≥", ">": "≤" } as const;

function sideText({ sum, terms }: RelationSide): string {
  const named = terms.map(({ sign, label }, index) => (sign < 0 ? "− " : index > 0 ? "+ " : "") + label);
  return `${named.slice(0, MOST_TERMS).join(" ")}${named.length > MOST_TERMS ? " …" : ""} = ${sum}`;
}

const MOST_TERMS = 8;
