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
import { readResources } from "./package/resources.ts";
import { disputesNumber } from "../../printed/notes.ts";
import { paintedOver } from "./scans.ts";
import { seenOf } from "./seen/sight.ts";
import { childOf, childrenOf, readOrNothing, type OfdElement } from "./package/tree.ts";
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
  const from = document.part;
  const locations = ["PublicRes", "DocumentRes"].flatMap((name) =>
    common === undefined ? [] : childrenOf(common, name).map(({ text }) => ({ from, location: text })),
  );
  const resources = readResources(archive, locations, limits);
  const templates = new Map(
    (common === undefined ? [] : childrenOf(common, "TemplatePage")).map(({ attributes }) => [
      attributes["ID"],
      attributes,
    ]),
  );
  const annotations = annotationParts(archive, document, limits);
  const trees = new Map<string, OfdElement>();
  const shapes: ShapeBook = new Map();
  const lies = drawnLies(fontBook(archive));
  const missing: string[] = [...resources.missing];
  const listed = childOf(document.root, "Pages");
  const pages = (listed === undefined ? [] : childrenOf(listed, "Page")).map(({ attributes }, index) => {
    if (first + index > limits.maximumPages) return undefined;
    const part = resolvePart(archive, from, attributes["BaseLoc"] ?? "");
    const root = part === null ? undefined : opened(part);
    if (part === null || root === undefined) return undefined;
    return { canvas: paintPage(root, part, attributes["ID"]), number: first + index };
  });
  // What the shapes of a font are said to be is known only when all pages are painted.
  return { pages: pages.map((one) => one && finished(one.canvas, one.number)), missing };

  function paintPage(root: OfdElement, part: string, id: string | undefined): Canvas {
    const own = childrenOf(root, "PageRes").map(({ text }) => ({ from: part, location: text }));
    const inner = own.length === 0 ? resources : readResources(archive, own, limits, resources);
    missing.push(...(inner === resources ? [] : inner.missing));
    const area = shownArea(childOf(root, "Area"), common && childOf(common, "PageArea"));
    const canvas = emptyCanvas(area, { shapes, lies });
    const space: Space = {
      matrix: area.matrix,
      clip: EVERYWHERE,
      clips: [],
      within: EVERYWHERE,
      visible: true,
      alpha: 1,
      drawParam: undefined,
      resources: inner,
      isMisplaced: false,
      depth: 0,
    };
    for (const layer of layersOf(root)) paintObjects(layer, blockSpace(layer, space), canvas);
    canvas.annotated = canvas.order;
    for (const annotation of annotationsOf(annotations.get(id ?? "") ?? [])) {
      const appearance = childOf(annotation, "Appearance");
      if (appearance === undefined || isFalse(annotation.attributes["Visible"])) continue;
      const [x, y] = parsedBox(appearance.attributes["Boundary"]) ?? [0, 0];
      const [a, b, c, d] = area.matrix;
      const matrix: Matrix = [a, b, c, d, a * x + area.matrix[4], d * y + area.matrix[5]];
      const box = parsedBox(appearance.attributes["Boundary"]);
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

  /**
   * Layers in the order in which they are painted: the backgrounds, bodies and foregrounds of templates and page (GB/T
   * 33190 7.7).
   */
  function layersOf(root: OfdElement): readonly OfdElement[] {
    const layers: { readonly level: number; readonly layer: OfdElement }[] = [];
    for (const { attributes } of childrenOf(root, "Template")) {
      const template = templates.get(attributes["TemplateID"]);
      const part = resolvePart(archive, from, template?.["BaseLoc"] ?? "");
      const content = part === null ? undefined : opened(part);
      if (content === undefined)
        missing.push(template?.["BaseLoc"] ?? attributes["TemplateID"] ?? "Template");
      else {
        const level = levelOf(attributes["ZOrder"] ?? template?.["ZOrder"], 0);
        layers.push(...contentLayers(content).map((layer) => ({ level: level - 0.5, layer })));
      }
    }
    layers.push(
      ...contentLayers(root).map((layer) => ({ level: levelOf(layer.attributes["Type"], 1), layer })),
    );
    return layers.sort((a, b) => a.level - b.level).map(({ layer }) => layer);
  }

  function annotationsOf(parts: readonly string[]): readonly OfdElement[] {
    return parts.flatMap((part) => {
      const root = opened(part);
      if (root === undefined) missing.push(part);
      return root === undefined ? [] : childrenOf(root, "Annot");
    });
  }

  function opened(part: string): OfdElement | undefined {
    const known = trees.get(part);
    if (known !== undefined) return known;
    const tree = readOrNothing(archive, part, limits);
    // Only templates are kept, because they are painted on many pages.
    if (tree !== undefined && templatesHold(part)) trees.set(part, tree);
    return tree;
  }

  function templatesHold(part: string): boolean {
    return [...templates.values()].some(({ BaseLoc }) => resolvePart(archive, from, BaseLoc ?? "") === part);
  }

  function finished(canvas: Canvas, number: number): PaintedOfdPage {
    const { width, height, rules, pictures } = canvas;
    const { glyphs, hidden } = seenOf(canvas, (picture) => isOpaque(archive, picture.part));
    const drawn = drawnOf(canvas, glyphs);
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
      ...(drawn !== undefined && { drawn }),
    };
    return { page, pictures, over: () => paintedOver(canvas, glyphs) };
  }
}

function contentLayers(root: OfdElement): readonly OfdElement[] {
  const content = childOf(root, "Content");
  return content === undefined ? [] : childrenOf(content, "Layer");
}

function levelOf(type: string | undefined, otherwise: number): number {
  if (type === "Background") return 0;
  if (type === "Foreground") return 2;
  return type === "Body" ? 1 : otherwise;
}
