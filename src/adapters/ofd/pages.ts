import type { Box, Limits } from "../../model/index.ts";
import type { Archive } from "../package/zip.ts";
import type { Matrix } from "../page/ink/matrix.ts";
import type { Page } from "../page/sheet/page.ts";
import {
  EVERYWHERE,
  boxIn,
  emptyCanvas,
  isOverdrawn,
  type Canvas,
  type PaintedPicture,
  type Space,
} from "./paint/canvas.ts";
import { drawnOf } from "./seen/drawn.ts";
import { resolvePart } from "./package/locations.ts";
import type { OfdDocument } from "./package/package.ts";
import { blockSpace, paintObjects } from "./paint/objects.ts";
import { fontBook } from "./package/fonts.ts";
import { drawnLies } from "./paint/glyph-lies.ts";
import { isOpaque } from "./package/pictures.ts";
import type { ShapeBook } from "./paint/shapes.ts";
import { pageParts, type TemplateOfPage } from "./package/page-parts.ts";
import type { Resources } from "./package/resources.ts";
import { disputesNumber } from "../../printed/notes.ts";
import { paintedOver } from "./scans.ts";
import { seenOf } from "./seen/sight.ts";
import { childOf, childrenOf, type OfdElement } from "./package/tree.ts";
import { parsedBox, isFalse } from "./package/values.ts";
import { annotationParts } from "./package/annotations.ts";
import { shownArea } from "./paint/area.ts";

/** A page as painted, with its pictures for a reader of scans. */
export interface PaintedOfdPage {
  readonly page: Page;
  readonly pictures: readonly PaintedPicture[];
  /** Where something is painted over the pictures. */
  readonly over: () => readonly Box[];
}

export interface PaintedDocument {
  /** Undefined for a page that could not be opened. */
  readonly pages: readonly (PaintedOfdPage | undefined)[];
  readonly missing: readonly string[];
}

/** The pages of one document, numbered from `first`. Throws a Refusal. */
export function paintDocument(
  archive: Archive,
  document: OfdDocument,
  first: number,
  limits: Limits,
): PaintedDocument {
  const common = childOf(document.root, "CommonData");
  const parts = pageParts(archive, document, limits);
  const annotations = annotationParts(archive, document, limits);
  const shapes: ShapeBook = new Map();
  const lies = drawnLies(fontBook(archive));
  const lost: string[] = [...annotations.missing];
  const listed = childOf(document.root, "Pages");
  // Programs take the first list of pages, the last, or both.
  const isListedTwice = childrenOf(document.root, "Pages").length > 1;
  const pages = (listed === undefined ? [] : childrenOf(listed, "Page")).map(({ attributes }, index) => {
    if (first + index > limits.maximumPages) return undefined;
    const part = resolvePart(archive, document.part, attributes["BaseLoc"] ?? "");
    const root = part === null ? undefined : parts.opened(part);
    if (part === null || root === undefined) return undefined;
    return { canvas: paintPage(root, part, attributes["ID"]), number: first + index };
  });
  // What the shapes of a font are said to be, and how names are spelled, is known only when all pages are painted.
  return {
    pages: pages.map((one) => one && finished(one.canvas, one.number)),
    missing: [...parts.missing(), ...lost],
  };

  function paintPage(root: OfdElement, part: string, id: string | undefined): Canvas {
    const inner = parts.resourcesOf(root, part);
    const area = shownArea(childOf(root, "Area"), common && childOf(common, "PageArea"));
    const canvas = emptyCanvas(area, { shapes, lies });
    const space: Space = {
      matrix: area.matrix,
      clip: EVERYWHERE,
      clips: [],
      within: EVERYWHERE,
      visible: true,
      alpha: 1,
      drawParams: [],
      resources: inner,
      isMisplaced: false,
      isDisputed: false,
      graphics: [],
    };
    const used = parts.templatesOf(root);
    for (const { layer, resources: own } of layersOf(root, used, inner))
      paintObjects(layer, blockSpace(layer, { ...space, resources: own }), canvas);
    if (isListedTwice || used.some(({ content }) => content && parts.templatesOf(content).length > 0))
      canvas.doubt = "alternate-content";
    canvas.annotated = canvas.order;
    for (const annotation of annotationsOf(annotations.parts.get(id ?? "") ?? [])) {
      const appearance = childOf(annotation, "Appearance");
      if (appearance === undefined || isFalse(annotation.attributes["Visible"])) continue;
      const box = parsedBox(appearance.attributes["Boundary"]);
      if (box === undefined) canvas.doubt = "moved-text";
      const [x, y] = box ?? [0, 0];
      const [a, b, c, d] = area.matrix;
      const matrix: Matrix = [a, b, c, d, a * x + area.matrix[4], d * y + area.matrix[5]];
      const within = box === undefined ? EVERYWHERE : boxIn(area.matrix, ...box);
      if (box !== undefined && disputesNumber(childOf(annotation, "Remark")?.text ?? ""))
        canvas.disputed.push(within);
      paintObjects(appearance, { ...space, matrix, within }, canvas);
    }
    for (const stamp of document.stamps)
      if (stamp.page === id)
        canvas.pictures.push({
          box: boxIn(area.matrix, ...stamp.box),
          alpha: 1,
          order: ++canvas.order,
          part: null,
          whole: true,
        });
    return canvas;
  }

  function annotationsOf(own: readonly string[]): readonly OfdElement[] {
    return own.flatMap((part) => {
      const root = parts.opened(part);
      if (root === undefined) lost.push(part);
      return root === undefined ? [] : childrenOf(root, "Annot");
    });
  }

  function finished(canvas: Canvas, number: number): PaintedOfdPage {
    const { width, height, rules, pictures } = canvas;
    const { glyphs, hidden } = seenOf(canvas, (picture) => isOpaque(archive, picture.part));
    const drawn = drawnOf(canvas, glyphs);
    const doubt = canvas.doubt ?? (parts.areMisspelt() ? "letter-case" : undefined);
    const page: Page = {
      number,
      objectNumber: 0,
      width,
      height,
      glyphs,
      rules,
      images: pictures.map(({ box }) => box),
      truncated: isOverdrawn(canvas),
      hidden,
      ...(doubt !== undefined && { doubt }),
      ...(drawn !== undefined && { drawn }),
    };
    return { page, pictures, over: () => paintedOver(canvas, glyphs) };
  }
}

interface PlacedLayer {
  readonly level: number;
  readonly layer: OfdElement;
  readonly resources: Resources;
}

/**
 * Layers in the order in which they are painted: the backgrounds, bodies and foregrounds of templates and page (GB/T
 * 33190 7.7).
 */
function layersOf(
  root: OfdElement,
  templates: readonly TemplateOfPage[],
  resources: Resources,
): readonly PlacedLayer[] {
  const ofTemplates = templates.flatMap(({ order, content, resources: own }): PlacedLayer[] => {
    const level = levelOf(order, 0) - 0.5;
    return content === undefined
      ? []
      : contentLayers(content).map((layer) => ({ level, layer, resources: own() }));
  });
  const ofPage = contentLayers(root).map((layer): PlacedLayer => {
    return { level: levelOf(layer.attributes["Type"], 1), layer, resources };
  });
  return [...ofTemplates, ...ofPage].sort((a, b) => a.level - b.level);
}

/** The layers of a page; what stands outside of them is not shown by every program, like what is marked invisible. */
function contentLayers(root: OfdElement): readonly OfdElement[] {
  const content = childrenOf(root, "Content").flatMap(({ children }) => children);
  const others = content.filter(({ name }) => name !== "Layer");
  const layers = content.filter(({ name }) => name === "Layer");
  if (others.length === 0) return layers;
  return [...layers, { name: "Layer", attributes: { Visible: "false" }, children: others, text: "" }];
}

function levelOf(type: string | undefined, otherwise: number): number {
  if (type === "Background") return 0;
  if (type === "Foreground") return 2;
  return type === "Body" ? 1 : otherwise;
}
