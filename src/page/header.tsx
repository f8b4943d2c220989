import { saveCorrections, saveForm, saveRecord } from "./export.ts";
import type { Language } from "../findings/index.ts";
import type { CorrectionDraft } from "./state/draft.ts";
import type { PageWords } from "./wording/words.ts";

interface Props {
  readonly drafts: readonly CorrectionDraft[];
  readonly current: number;
  readonly onChoose: (index: number) => void;
  readonly onClose: (index: number) => void;
  readonly onOpen: (files: readonly File[]) => void;
  readonly index: string | null;
  readonly language: Language;
  readonly words: PageWords;
}

/** The button to open documents, the tabs of those that are open, and what can be saved of them. */
export function PageHeader({ drafts, current, onChoose, onClose, onOpen, index, language, words }: Props) {
  const draft = drafts[current];
  return (
    <header>
      {index !== null && (
        <a class="button" href={index}>
          {words.allReports}
        </a>
      )}
      <h1>{words.title}</h1>
      <label class="door">
        <span class="drop">{draft ? words.dropMore : words.drop}</span>
        {!draft && <span class="button">{words.choose}</span>}
        {!draft && <span class="quiet">{words.formats}</span>}
        <input
          type="file"
          multiple
          onChange={(event) => {
            onOpen([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = "";
          }}
        />
      </label>
      <p class="stays">{words.stays}</p>
      {drafts.length > 1 && (
        <nav class="tabs" aria-label={words.documents}>
          {drafts.map(({ name }, index) => (
            <span class="tab">
              <button type="button" aria-pressed={index === current} onClick={() => onChoose(index)}>
                {name}
              </button>
              <button type="button" aria-label={words.close(name)} onClick={() => onClose(index)}>
                ×
              </button>
            </span>
          ))}
        </nav>
      )}
      {draft && (
        <div class="saving" role="group" aria-label={words.save}>
          <button type="button" onClick={() => void saveRecord(draft)}>
            {words.saveRecord}
          </button>
          <button type="button" onClick={() => void saveForm(draft, language)}>
            {words.saveForm}
          </button>
          <button type="button" onClick={() => saveCorrections(drafts)}>
            {words.saveCorrections(drafts.reduce((sum, { corrections }) => sum + corrections.length, 0))}
          </button>
          <button type="button" onClick={printAll}>
            {words.printFindings}
          </button>
        </div>
      )}
    </header>
  );
}

/** Announces the printing first, so that components draw everything they have left out, and then prints. */
function printAll(): void {
  dispatchEvent(new Event("beforeprint"));
  setTimeout(() => window.print(), 0);
}
