import type { FormBlock } from "../blocks.ts";
import type { CellRole, FormCell } from "../forms.ts";

export function paragraph(text: string): FormBlock {
  return { kind: "paragraph", text };
}

export function cell(text: string, role: CellRole, rowSpan = 1, colSpan = 1): FormCell {
  return { text, role, rowSpan, colSpan };
}

/** The blocks with other ones in place of one. */
export function replaceTable(
  blocks: readonly FormBlock[],
  at: number,
  instead: readonly FormBlock[],
): readonly FormBlock[] {
  return [...blocks.slice(0, at), ...instead, ...blocks.slice(at + 1)];
}
