import { useMemo } from "preact/hooks";
import { isPdf, type Draft } from "../state/draft.ts";
import type { Words } from "../words.ts";
import { Blocks } from "./blocks.tsx";
import { PdfPages } from "./pdf.tsx";

interface Props {
  readonly draft: Draft;
  readonly zoom: number;
  readonly words: Words;
}

/** The document itself: a PDF as it is drawn, every other format as lines and tables. */
export function Original({ draft: { bytes, blocks, read }, zoom, words }: Props) {
  return useMemo(
    () =>
      bytes.length === 0 ? (
        <p class="quiet">{words.originalGone}</p>
      ) : isPdf(bytes) ? (
        <PdfPages bytes={bytes} evidence={read.evidence} zoom={zoom} words={words} />
      ) : (
        <div style={{ fontSize: `${zoom}em` }}>
          <Blocks blocks={blocks} />
        </div>
      ),
    [bytes, blocks, read, zoom, words],
  );
}
