import type { Counts } from "./counts.ts";
import type { Binding } from "./open-paragraph.ts";

/** A content control (17.5.2) that shows data, or a placeholder, in place of what stands in it. */
export interface BoundControl {
  binding: Binding | null;
  placeholder: boolean;
  /** What the document says in it. */
  text: string;
  /** Its paragraphs that have ended. */
  readonly paragraphs: { doubt?: string }[];
}

export function newControl(): BoundControl {
  return { binding: null, placeholder: false, text: "", paragraphs: [] };
}

/**
 * Compares what a control says with the data it is bound to, which Word shows in its place, once it has ended. `open`
 * is the paragraph it stands in.
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
