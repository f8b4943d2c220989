import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { openDrawing, type Drawing } from "../../adapters/pdf/reading/draw.ts";
import type { Evidence } from "../../model/index.ts";
import { embeddedPdfium } from "./pdfium.ts";
import { fitted, type InkPicture } from "./ink.ts";
import type { PageWords } from "../wording/words.ts";

interface Props {
  readonly bytes: Uint8Array;
  readonly evidence: Evidence;
  /** At 1 the page fits the pane, or has the size of the paper if that is smaller. */
  readonly zoom: number;
  readonly words: PageWords;
}

/** The pages of a PDF as PDFium draws them, with a box over every value. */
export function PdfPages({ bytes, evidence, zoom, words }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(Number.POSITIVE_INFINITY);
  const [drawing, setDrawing] = useState<Drawing | null | undefined>(undefined);
  useEffect(() => {
    let opened: Drawing | null = null;
    let gone = false;
    const open = async (): Promise<Drawing | null> => openDrawing(bytes, await embeddedPdfium());
    void open().then((made) => {
      if (gone) made?.close();
      else setDrawing((opened = made));
    });
    return () => {
      gone = true;
      opened?.close();
    };
  }, [bytes]);
  useEffect(() => {
    const watch = new ResizeObserver(
      ([entry]) => entry && entry.contentRect.width > 0 && setRoom(entry.contentRect.width),
    );
    watch.observe(frame.current!);
    return () => watch.disconnect();
  }, []);
  if (drawing === null) return <p class="quiet">{words.noDrawing}</p>;
  const widest = Math.max(1, ...(drawing?.pages ?? []).map(({ width }) => width));
  const fitting = Math.min(1, room / (widest * SCREEN_PIXELS_A_POINT));
  return (
    <div class="pages" ref={frame}>
      {drawing?.pages.map((_, index) => (
        <PdfPage
          drawing={drawing}
          number={index + 1}
          evidence={evidence}
          zoom={zoom * fitting}
          words={words}
        />
      ))}
    </div>
  );
}

/** CSS pixels for each point at zoom 1: an inch has 96 pixels and 72 points. */
const SCREEN_PIXELS_A_POINT = 96 / 72;

interface PageProps extends Omit<Props, "bytes"> {
  readonly drawing: Drawing;
  readonly number: number;
}

function PdfPage({ drawing, number, evidence, zoom, words }: PageProps) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = drawing.pages[number - 1]!;
  const scale = SCREEN_PIXELS_A_POINT * zoom;
  const [drawn, setDrawn] = useState<InkPicture | null>(null);
  useEffect(
    () =>
      whenNear(frame.current!, () => {
        // A busy browser may call this after the page has been taken off.
        if (canvas.current) setDrawn(paint(canvas.current, drawing, number, scale));
      }),
    [drawing, number, scale],
  );
  const boxes = useMemo(
    () =>
      Object.entries(evidence).flatMap(([pointer, { at }]) => {
        if (at?.page !== number || !at.box) return [];
        return [{ pointer, box: drawn ? fitted(at.box, drawn, drawn.width / width) : at.box }];
      }),
    [evidence, drawn, number, width],
  );
  return (
    <div class="page" ref={frame} style={{ width: `${width * scale}px`, height: `${height * scale}px` }}>
      <canvas ref={canvas} role="img" aria-label={words.page(number, drawing.pages.length)} />
      {boxes.map(({ pointer, box: [left, top, right, bottom] }) => {
        return (
          <span
            class="box"
            data-pointer={pointer}
            style={{
              left: `${left * scale}px`,
              top: `${top * scale}px`,
              width: `${(right - left) * scale}px`,
              height: `${(bottom - top) * scale}px`,
            }}
          />
        );
      })}
    </div>
  );
}

/** Draws a page when it comes near the window, so that a report of 300 pages costs only those that are looked at. */
function whenNear(element: Element, draw: () => void): () => void {
  const watch = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watch.disconnect();
      draw();
    },
    { rootMargin: "600px" },
  );
  watch.observe(element);
  return () => watch.disconnect();
}

function paint(
  canvas: HTMLCanvasElement,
  drawing: Drawing,
  number: number,
  scale: number,
): InkPicture | null {
  const drawn = drawing.draw(number, scale * Math.min(2, window.devicePixelRatio || 1));
  if (!drawn) return null;
  canvas.width = drawn.width;
  canvas.height = drawn.height;
  const pixels = drawn.pixels as Uint8ClampedArray<ArrayBuffer>;
  canvas.getContext("2d")!.putImageData(new ImageData(pixels, drawn.width, drawn.height), 0, 0);
  return drawn;
}
