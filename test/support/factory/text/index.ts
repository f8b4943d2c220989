import type { FormBlock } from "../blocks.ts";
import { encode } from "../encode.ts";
import type { EncodeOptions } from "../encode.ts";
import { aligned } from "./aligned.ts";
import type { AlignedOptions } from "./aligned.ts";
import { cellPerLine, fused, leadingTab, tabbed } from "./lines.ts";
import type { FusedOptions } from "./lines.ts";
import { markdownPipe } from "./markdown.ts";
import type { PipeOptions } from "./markdown.ts";
import { pageTextCells, pageTextRows } from "./page-text.ts";
import { pandocGrid, pandocMultiline, pandocSimple } from "./pandoc.ts";
import type { PandocOptions } from "./pandoc.ts";

/** Every cell layout of plain text, by name. */
export const textLayouts = {
  "leading-tab": leadingTab,
  tabbed,
  "markdown-pipe": markdownPipe,
  "pandoc-grid": pandocGrid,
  "pandoc-simple": pandocSimple,
  "pandoc-multiline": pandocMultiline,
  aligned,
  "cell-per-line": cellPerLine,
  "page-text-rows": pageTextRows,
  "page-text-cells": pageTextCells,
  fused,
} as const;

export type TextLayout = keyof typeof textLayouts;
export type TextOptions = EncodeOptions &
  FusedOptions &
  PipeOptions &
  Omit<PandocOptions, "header"> &
  AlignedOptions & { readonly ruled?: boolean };

/** The text of a report in one layout; `ruled: false` leaves pandoc tables without a header. */
export function renderText(
  blocks: readonly FormBlock[],
  layout: TextLayout,
  options: TextOptions = {},
): string {
  if (layout.startsWith("pandoc-")) {
    const { ruled = true, writer, columnWidth } = options;
    const write = textLayouts[layout] as (blocks: readonly FormBlock[], options: PandocOptions) => string;
    return write(blocks, {
      header: ruled,
      ...(writer && { writer }),
      ...(columnWidth !== undefined && { columnWidth }),
    });
  }
  const write = textLayouts[layout] as (blocks: readonly FormBlock[], options: TextOptions) => string;
  return write(blocks, options);
}

export function renderTextFile(
  blocks: readonly FormBlock[],
  layout: TextLayout,
  options: TextOptions = {},
): Uint8Array {
  return encode(renderText(blocks, layout, options), options);
}
