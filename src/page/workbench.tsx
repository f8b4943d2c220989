import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Language } from "../findings/index.ts";
import type { Correction, Severity, WordedDiagnostic } from "../model/index.ts";
import { cells } from "../writers/tables/cells.ts";
import { CellPanel } from "./cell/cell.tsx";
import { Findings } from "./findings/findings.tsx";
import { Form } from "./form/form.tsx";
import { bringIntoView, light, placeFinder } from "./original/light.ts";
import { Original } from "./original/original.tsx";
import { withView, type OriginalView } from "./original/view.ts";
import { isListedDoubt, looks, nextDoubtful, nextMatch } from "./state/doubts.ts";
import { decided, withCorrection, withoutCorrection, type CorrectionDraft } from "./state/draft.ts";
import { keyActions, moved } from "./state/keys.ts";
import { litByCell, litByFinding, nothingLit, type Lit } from "./original/lit.ts";
import { Summary } from "./summary.tsx";
import { Tools } from "./tools.tsx";
import { Licences } from "./licences.tsx";
import type { PageWords } from "./wording/words.ts";

interface Props {
  readonly draft: CorrectionDraft;
  readonly onChange: (draft: CorrectionDraft) => void;
  readonly language: Language;
  readonly words: PageWords;
}

const PANES = ["original", "form", "findings"] as const;
type Pane = (typeof PANES)[number];

/**
 * One document with its original, its form and its findings; choosing something in one of them highlights it in the
 * others.
 */
export function Workbench({ draft, onChange, language, words }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const [pane, setPane] = useState<Pane>("findings");
  const [zoom, setZoom] = useState(1);
  const [pointer, setPointer] = useState<string | null>(null);
  const [finding, setFinding] = useState<WordedDiagnostic | null>(null);
  const [lit, setLit] = useState<Lit>(nothingLit);
  const [views, setViews] = useState<readonly OriginalView[]>([]);
  const { shown, templates, read } = draft;
  const findings = useMemo(
    () => shown.diagnostics.filter(isListedDoubt).sort((a, b) => RANK[a.severity] - RANK[b.severity]),
    [shown],
  );
  const notices = useMemo(() => shown.diagnostics.filter((it) => !isListedDoubt(it)), [shown]);
  const all = useMemo(() => [...cells(shown, templates)], [shown, templates]);
  const lookAt = useMemo(() => looks(shown), [shown]);
  const finder = useMemo(() => placeFinder(views, read.evidence), [views, read]);

  // A frame keeps the first listener it was given, which therefore reads the present finder from here.
  const finderNow = useRef(finder);
  finderNow.current = finder;

  const chooseCell = (chosen: string | null): void => {
    if (chosen === null) return;
    setPointer(chosen);
    setFinding(null);
    setLit(litByCell(chosen));
  };
  const chooseFinding = (chosen: WordedDiagnostic): void => {
    const next = litByFinding(chosen, shown);
    setFinding(chosen);
    setLit(next);
    setPointer(next.first);
  };
  const step = (by: 1 | -1): void => {
    if (findings.length === 0) return;
    const at = finding ? findings.indexOf(finding) : by > 0 ? -1 : 0;
    chooseFinding(findings[(at + by + findings.length) % findings.length]!);
  };
  const press = (element: Element): void => chooseCell(finderNow.current.pointerAt(element));
  const find = (text: string): boolean => {
    const found = nextMatch(all, text, pointer);
    chooseCell(found);
    return found !== null;
  };
  const decide = (corrections: readonly Correction[]): void =>
    onChange(decided(draft, corrections, language));

  useEffect(() => {
    light(root.current!, lit, finder);
    for (const button of root.current!.querySelectorAll<HTMLElement>(".form .value"))
      button.tabIndex = button.dataset["pointer"] === pointer ? 0 : -1;
    if (pointer === null) {
      const first = root.current!.querySelector<HTMLElement>(".form .value");
      if (first) first.tabIndex = 0;
    }
  });
  useEffect(() => {
    bringIntoView(root.current!, lit, finder);
    root.current!.querySelector('.finding[aria-pressed="true"]')?.scrollIntoView({ block: "nearest" });
  }, [lit, finder]);
  // Set before the next key can arrive, so that two quick keys make two steps.
  useLayoutEffect(() =>
    keyActions({
      n: () => step(1),
      p: () => step(-1),
      d: () => chooseCell(nextDoubtful(all, lookAt, pointer)),
      "+": () => setZoom((it) => Math.min(4, it * 1.25)),
      "=": () => setZoom((it) => Math.min(4, it * 1.25)),
      "-": () => setZoom((it) => Math.max(0.25, it / 1.25)),
      "/": () => search.current?.focus(),
    }),
  );

  const form = useMemo(
    () => <Form conversion={shown} templates={templates} words={words} />,
    [shown, templates, words],
  );
  return (
    <div class="workbench" ref={root} data-pane={pane}>
      <Tools
        search={search}
        onFind={find}
        onStep={step}
        onDoubtful={() => chooseCell(nextDoubtful(all, lookAt, pointer))}
        onZoom={(by) => setZoom((it) => Math.min(4, Math.max(0.25, it * by)))}
        words={words}
      />
      <nav class="panes" aria-label={words.panes}>
        {PANES.map((name) => (
          <button type="button" aria-pressed={name === pane} onClick={() => setPane(name)}>
            {words[name]}
          </button>
        ))}
      </nav>
      <div class="columns">
        <section
          class="pane original"
          aria-label={words.original}
          tabIndex={0}
          onClick={(event) => press(event.target as Element)}
        >
          {draft.originals.map((file, index) => (
            <Original
              key={index}
              file={file}
              isAlone={draft.originals.length === 1}
              zoom={zoom}
              onView={(view) => setViews((before) => withView(before, index, view))}
              onPress={press}
              words={words}
            />
          ))}
        </section>
        <section
          class="pane form"
          aria-label={words.form}
          tabIndex={0}
          onClick={(event) => {
            const own = (event.target as Element).closest<HTMLElement>("[data-pointer]");
            chooseCell(own?.dataset["pointer"] ?? null);
          }}
          onKeyDown={(event) => moved(event)}
        >
          {form}
        </section>
        <section class="pane findings" aria-label={words.findings} tabIndex={0}>
          <Summary conversion={shown} cells={all} words={words} />
          <Findings
            findings={findings}
            notices={notices}
            selected={finding}
            onSelect={chooseFinding}
            words={words}
          />
        </section>
        <section class="pane cell" aria-label={words.cell} tabIndex={0}>
          <CellPanel
            draft={draft}
            pointer={pointer}
            onDecide={(correction) => decide(withCorrection(draft.corrections, correction))}
            onTakeBack={(taken) => decide(withoutCorrection(draft.corrections, taken))}
            onFinding={chooseFinding}
            language={language}
            words={words}
          />
          <Licences label={words.licences} />
        </section>
      </div>
    </div>
  );
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 };
