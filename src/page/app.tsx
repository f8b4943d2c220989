import { useState } from "preact/hooks";
import type { Language } from "../findings/index.ts";
import type { Correction } from "../model/index.ts";
import { templates as builtIn } from "../templates/index.ts";
import { PageHeader } from "./header.tsx";
import { embeddedPdfium } from "./original/pdfium.ts";
import { decided, openDraft, type CorrectionDraft } from "./state/draft.ts";
import { keepCorrections, keptCorrections } from "./state/storage.ts";
import { pageWords as allWords } from "./wording/words.ts";
import { Licences } from "./licences.tsx";
import { Workbench } from "./workbench.tsx";

interface Props {
  readonly language: Language;
  /** The document whose conversion is built into the page. */
  readonly first: CorrectionDraft | null;
  /** Address of the index of the archive that the document belongs to. */
  readonly index: string | null;
}

/** The page. At first it shows only the button to open documents, then a tab for every document. */
export function App({ language, first, index }: Props) {
  const words = allWords[language];
  const [drafts, setDrafts] = useState<readonly CorrectionDraft[]>(first ? [first] : []);
  const [chosen, setChosen] = useState("");
  const [busy, setBusy] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const [over, setOver] = useState(false);

  const open = async (files: readonly File[]): Promise<void> => {
    setSaid("");
    for (const file of files) {
      setBusy(file.name);
      await painted();
      try {
        const bytes = new Uint8Array(await file.arrayBuffer());
        const options = { language, templates: builtIn, pdfium: embeddedPdfium };
        const draft = await openDraft(file.name, bytes, options);
        setDrafts((before) => withDraft(before, draft, language));
        setChosen(hashOf(draft));
      } catch {
        setSaid(words.failed(file.name));
      }
    }
    setBusy(null);
  };
  const change = (draft: CorrectionDraft): void => {
    setDrafts((before) => before.map((other) => (hashOf(other) === hashOf(draft) ? draft : other)));
    if (!keepCorrections(hashOf(draft), draft.corrections)) setSaid(words.notKept);
  };
  const current = Math.max(
    0,
    drafts.findIndex((draft) => hashOf(draft) === chosen),
  );
  const close = (index: number): void => {
    const closed = drafts[index]!;
    setDrafts((before) => before.filter((other) => hashOf(other) !== hashOf(closed)));
    if (index === current) setChosen(hashOf(drafts[index + 1] ?? drafts[index - 1] ?? closed));
  };
  const draft = drafts[current];
  return (
    <div
      class={`app${over ? " over" : ""}${draft ? "" : " empty"}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void open([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <PageHeader
        drafts={drafts}
        current={current}
        onChoose={(index) => setChosen(hashOf(drafts[index]!))}
        onClose={close}
        onOpen={(files) => void open(files)}
        index={index}
        language={language}
        words={words}
      />
      <p class="said" role="status">
        {busy === null ? said : words.reading(busy)}
      </p>
      <main>
        {draft && (
          <Workbench
            key={`${hashOf(draft)}/${draft.name}`}
            draft={draft}
            onChange={change}
            language={language}
            words={words}
          />
        )}
      </main>
      {!draft && <Licences label={words.licences} />}
    </div>
  );
}

/**
 * A document with the corrections made to it before: those kept in this browser, or else those the page was made with.
 */
export function keptDraft(
  draft: CorrectionDraft,
  made: readonly Correction[],
  language: Language,
): CorrectionDraft {
  const kept = keptCorrections(draft.read.source.sha256);
  return decided(draft, kept.length > 0 ? kept : made, language);
}

/** The documents with one more. A document that is opened again keeps its corrections and has only one tab. */
function withDraft(
  drafts: readonly CorrectionDraft[],
  draft: CorrectionDraft,
  language: Language,
): readonly CorrectionDraft[] {
  const before = drafts.find((other) => hashOf(other) === hashOf(draft));
  const kept = before ? decided(draft, before.corrections, language) : keptDraft(draft, [], language);
  return [...drafts.filter((other) => other !== before), kept];
}

function hashOf({ read }: CorrectionDraft): string {
  return read.source.sha256;
}

/** Waits until the page has drawn the message about what it is going to do. */
function painted(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
}
