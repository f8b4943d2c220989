import type { Counts } from "./counts.ts";
import type { Binding } from "./open-paragraph.ts";

/** A content control (17.5.2) that shows data, or a placeholder, in place of its stored content. */
export interface BoundControl {
  binding: Binding | null;
  placeholder: boolean;
  /** The text that the document stores in it. */
  text: string;
  /** The finished paragraphs inside it. */
  readonly paragraphs: { doubt?: string }[];
}

export function newControl(): BoundControl {
  return { binding: null, placeholder: false, text: "", paragraphs: [] };
}

/**
 * Compares the text of a finished control with the data that it is bound to, because Word shows the data in place of
 * the text. `open` is the paragraph that the control stands in.
 */
export function checkControl(
  control: BoundControl,
  bound: (binding: Binding) => string | null,
  open: { doubt: string | undefined } | undefined,
  inCell: boolean,
  counts: Counts,
): void {
  const { binding, placeholder, text, paragraphs } = control;
  const data = binding === null ? null : bound(binding);
  const differs = data !== null && bare(data) !== (placeholder ? "" : bare(text));
  const reason = differs ? "bound-data" : placeholder && /\d/.test(text) ? "placeholder" : undefined;
  if (reason === undefined) return;
  if (open !== undefined) open.doubt ??= reason;
  for (const paragraph of paragraphs) paragraph.doubt ??= reason;
  if (differs && !inCell) counts.controls++;
}

const bare = (text: string): string => text.replace(/\s/g, "");
