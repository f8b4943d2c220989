import { useEffect, useRef, useState } from "preact/hooks";
import type { PageWords } from "../../wording/words.ts";
import { withoutAddresses } from "./allowed.ts";
import type { DrawnDocument } from "./drawn.ts";
import type { ShownElement } from "./tree.ts";

interface Props {
  readonly drawn: DrawnDocument;
  readonly zoom: number;
  /** Called with the frame's body once the page is in it. */
  readonly onDrawn: (body: HTMLElement) => void;
  readonly onPress: (element: Element) => void;
  readonly words: PageWords;
}

/**
 * A page in a frame whose scripts are switched off. Styles are set as objects (CSSOM), because the page's policy, which
 * the frame inherits, allows none written in a document. Nothing in the frame can load anything.
 */
export function PageFrame({ drawn, zoom, onDrawn, onPress, words }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [page, setPage] = useState<Document | null>(null);
  const fill = (): void => {
    const inside = frame.current?.contentDocument;
    if (!inside || inside.body.childNodes.length > 0) return;
    draw(inside, drawn);
    inside.addEventListener("click", ({ target }) => onPress(target as Element));
    inside.addEventListener("keydown", (event) => handOn(event));
    setPage(inside);
    onDrawn(inside.body);
  };
  useEffect(() => {
    if (page) page.documentElement.style.zoom = String(zoom);
  }, [page, zoom]);
  return (
    <iframe
      class="drawn"
      ref={frame}
      sandbox="allow-same-origin"
      srcDoc="<!doctype html><html><body></body></html>"
      title={words.original}
      onLoad={fill}
    />
  );
}

/** Passes keys pressed in the frame on to the page, so that they do there what they do outside the frame. */
function handOn({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): void {
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey, metaKey, altKey, bubbles: true }));
}

function draw(inside: Document, { tree, sheets }: DrawnDocument): void {
  const { CSSStyleSheet: Sheet } = inside.defaultView as unknown as typeof globalThis;
  inside.adoptedStyleSheets = [...sheets, LIT].map((text, index) => {
    const sheet = new Sheet();
    sheet.replaceSync(index < sheets.length ? withoutAddresses(text) : text);
    return sheet;
  });
  dress(inside.body, tree);
  for (const child of tree.children) inside.body.append(elementOf(inside, child));
}

function elementOf(inside: Document, shown: ShownElement | string): Node {
  if (typeof shown === "string") return inside.createTextNode(shown);
  const element = inside.createElement(shown.name);
  dress(element, shown);
  for (const child of shown.children) element.append(elementOf(inside, child));
  return element;
}

function dress(element: HTMLElement, { attributes, style, place }: ShownElement): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (style !== "") element.style.cssText = withoutAddresses(style);
  if (place !== null) element.dataset["place"] = place;
}

/** The same highlighting as in the page's own style sheet, because a document may colour its cells in any way. */
const LIT = `body{background:#fff;color:#1c2126;font-family:sans-serif;overflow-wrap:break-word}
img{max-width:100%}
.lit.left{background:#ffe08a!important;color:#1c2126!important;box-shadow:inset 0 0 0 2px #a87900!important}
.lit.right{background:#a9dcf5!important;color:#1c2126!important;box-shadow:inset 0 0 0 2px #0b5563!important}`;
