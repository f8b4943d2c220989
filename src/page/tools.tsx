import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import type { PageWords } from "./wording/words.ts";

interface Props {
  readonly search: RefObject<HTMLInputElement | null>;
  /** Returns false if nothing contains the words. */
  readonly onFind: (text: string) => boolean;
  readonly onStep: (by: 1 | -1) => void;
  readonly onDoubtful: () => void;
  readonly onZoom: (by: number) => void;
  readonly words: PageWords;
}

/** Buttons that do with the pointer what the keys do. */
export function Tools({ search, onFind, onStep, onDoubtful, onZoom, words }: Props) {
  const [missed, setMissed] = useState(false);
  return (
    <div class="tools" role="toolbar" aria-label={words.keys} title={words.keys}>
      <button type="button" onClick={() => onStep(-1)} aria-label={words.previous} title={words.previous}>
        <span aria-hidden="true">▲</span>
      </button>
      <button type="button" onClick={() => onStep(1)} aria-label={words.next} title={words.next}>
        <span aria-hidden="true">▼</span>
      </button>
      <button type="button" onClick={onDoubtful} aria-label={words.nextDoubtful} title={words.nextDoubtful}>
        <span aria-hidden="true">?</span>
      </button>
      <button type="button" onClick={() => onZoom(0.8)} aria-label={words.further} title={words.further}>
        <span aria-hidden="true">−</span>
      </button>
      <button type="button" onClick={() => onZoom(1.25)} aria-label={words.closer} title={words.closer}>
        <span aria-hidden="true">+</span>
      </button>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          setMissed(!onFind(search.current?.value ?? ""));
        }}
      >
        <input
          ref={search}
          type="search"
          name="search"
          placeholder={words.search}
          aria-label={words.search}
          onInput={() => setMissed(false)}
        />
        <span role="status">{missed ? words.notFound : ""}</span>
      </form>
    </div>
  );
}
