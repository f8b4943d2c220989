import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { isPdf, type OriginalFile } from "./original-file.ts";
import type { PageWords } from "../wording/words.ts";
import { Blocks } from "./blocks.tsx";
import { PageFrame } from "./drawn/frame.tsx";
import { originalLines } from "./lines.ts";
import { standingsOf } from "./locate.ts";
import { PdfPages } from "./pdf.tsx";
import { TextLines } from "./text.tsx";
import { viewOf, type OriginalView } from "./view.ts";

interface Props {
  readonly file: OriginalFile;
  /** Whether this is the only file of the document. */
  readonly isAlone: boolean;
  readonly zoom: number;
  readonly onView: (view: OriginalView) => void;
  readonly onPress: (element: Element) => void;
  readonly words: PageWords;
}

/**
 * A file of the document as it looks. If that differs from how it was read, the reader can switch to the other view.
 */
export function Original({ file, isAlone, zoom, onView, onPress, words }: Props) {
  const { bytes, blocks, adapter, evidence, drawn } = file;
  const root = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLElement | null>(null);
  const [asRead, setAsRead] = useState(false);
  const text = useMemo(
    () => (adapter === "text" && bytes.length > 0 ? originalLines(bytes, blocks) : null),
    [adapter, bytes, blocks],
  );
  const look = asRead ? null : (drawn ?? text);
  const standings = useMemo(() => look?.standings ?? standingsOf(blocks), [look, blocks]);
  const show = (): void =>
    onView(viewOf([root.current!, ...(frame.current ? [frame.current] : [])], standings));
  useEffect(() => {
    if (look === null || look !== drawn) frame.current = null;
    show();
  }, [standings]);
  const shown = useMemo(() => {
    if (bytes.length === 0) return <p class="quiet">{words.originalGone}</p>;
    if (isPdf(bytes)) return <PdfPages bytes={bytes} evidence={evidence} zoom={zoom} words={words} />;
    if (drawn && look === drawn)
      return (
        <>
          {drawn.above.length > 0 && <Blocks blocks={drawn.above} />}
          <PageFrame
            drawn={drawn}
            zoom={zoom}
            onPress={onPress}
            onDrawn={(body) => {
              frame.current = body;
              show();
            }}
            words={words}
          />
        </>
      );
    return (
      <div style={{ fontSize: `${zoom}em` }}>
        {text && look === text ? <TextLines lines={text.lines} /> : <Blocks blocks={blocks} />}
      </div>
    );
  }, [bytes, blocks, evidence, look, zoom, words]);
  return (
    <div class={`sheet${drawn && look === drawn ? " has-frame" : ""}${isAlone ? "" : " is-part"}`} ref={root}>
      {!isAlone && <h2>{file.name}</h2>}
      {(drawn ?? text) !== null && (
        <div class="looks" role="group" aria-label={words.original}>
          <button type="button" aria-pressed={!asRead} onClick={() => setAsRead(false)}>
            {words.asPage}
          </button>
          <button type="button" aria-pressed={asRead} onClick={() => setAsRead(true)}>
            {words.asText}
          </button>
        </div>
      )}
      {shown}
    </div>
  );
}
