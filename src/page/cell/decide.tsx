import { useState } from "preact/hooks";
import type { CorrectedValue, Correction } from "../../model/index.ts";
import { keepName, keptName } from "../state/storage.ts";
import type { PageWords } from "../wording/words.ts";
import { decisionFrom, type Decision } from "./decision.ts";

interface Props {
  /** The value as read. */
  readonly was: CorrectedValue;
  /** The value as it is now. */
  readonly value: CorrectedValue;
  readonly made: Correction | undefined;
  readonly isNumber: boolean;
  readonly onDecide: (decision: Decision) => void;
  readonly onTakeBack: () => void;
  readonly words: PageWords;
}

/** Corrects a value, or confirms that it is printed so; both need a reason. */
export function Decide({ was, value, made, isNumber, onDecide, onTakeBack, words }: Props) {
  const [now, setNow] = useState(typed(value));
  const [why, setWhy] = useState(made?.why ?? "");
  const [who, setWho] = useState(keptName());
  const [wrong, setWrong] = useState("");
  const decide = (confirmed: boolean): void => {
    const decision = decisionFrom({ was, now, why, who, confirmed, isNumber }, new Date());
    if (typeof decision === "string") return setWrong(words[decision]);
    setWrong("");
    keepName(who.trim());
    if (confirmed) setNow(typed(was));
    onDecide(decision);
  };
  const takeBack = (): void => {
    setNow(typed(was));
    onTakeBack();
  };
  const field = (name: string, label: string, text: string, set: (text: string) => void) => (
    <label>
      {label}
      <input
        name={name}
        value={text}
        autocomplete="off"
        onInput={(event) => set(event.currentTarget.value)}
      />
    </label>
  );
  return (
    <form
      class="decide"
      onSubmit={(event) => {
        event.preventDefault();
        decide(false);
      }}
    >
      <p>{words.wrongHere}</p>
      {field("now", words.now, now, setNow)}
      {field("why", words.why, why, setWhy)}
      {field("who", words.who, who, setWho)}
      {wrong !== "" && (
        <p class="wrong" role="alert">
          {wrong}
        </p>
      )}
      <div class="buttons">
        <button type="submit" class="strong">
          {words.correct}
        </button>
        <button type="button" onClick={() => decide(true)}>
          {words.confirm}
        </button>
        {made && (
          <button type="button" onClick={takeBack}>
            {words.takeBack}
          </button>
        )}
      </div>
    </form>
  );
}

/** A value as text for its field; a blank value is an empty text. */
function typed(value: CorrectedValue): string {
  return value === null ? "" : String(value);
}
