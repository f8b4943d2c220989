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
import { readResources, type Resources } from "./package/resources.ts";
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
  const usualSpace = common && childOf(common, "DefaultCS")?.text.trim();
  const resources = readResources(archive, locations, limits, undefined, usualSpace);
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
  const missing: string[] = [...resources.missing, ...annotations.missing];
  let isMisspelt = document.root.isMisspelt === true || resources.areMisspelt;
  const listed = childOf(document.root, "Pages");
  const pages = (listed === undefined ? [] : childrenOf(listed, "Page")).map(({ attributes }, index) => {
    if (first + index > limits.maximumPages) return undefined;
    const part = resolvePart(archive, from, attributes["BaseLoc"] ?? "");
    const root = part === null ? undefined : opened(part);
    if (part === null || root === undefined) return undefined;
    return { canvas: paintPage(root, part, attributes["ID"]), number: first + index };
  });
  // What the shapes of a font are said to be, and how names are spelled, is known only when all pages are painted.
  return { pages: pages.map((one) => one && finished(one.canvas, one.number)), missing };

  function paintPage(root: OfdElement, part: string, id: string | undefined): Canvas {
    const inner = resourcesOf(root, part, resources);
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
    const used = templatesOf(root);
    for (const { layer, resources: own } of layersOf(root, used, inner))
      paintObjects(layer, blockSpace(layer, { ...space, resources: own }), canvas);
    if (used.some(({ content }) => content && templatesOf(content).length > 0))
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

  /** What a page or template may refer to: its own resources and those around it. */
  function resourcesOf(root: OfdElement, part: string, outer: Resources): Resources {
    const own = childrenOf(root, "PageRes").map(({ text }) => ({ from: part, location: text }));
    if (own.length === 0) return outer;
    const inner = readResources(archive, own, limits, outer);
    missing.push(...inner.missing);
    isMisspelt ||= inner.areMisspelt;
    return inner;
  }

  /** The templates of a page, without content where they are missing. */
  function templatesOf(root: OfdElement): readonly TemplateOfPage[] {
    return childrenOf(root, "Template").map(({ attributes }) => {
      const template = templates.get(attributes["TemplateID"]);
      const part = resolvePart(archive, from, template?.["BaseLoc"] ?? "");
      const content = part === null ? undefined : opened(part);
      if (part === null || content === undefined)
        missing.push(template?.["BaseLoc"] ?? attributes["TemplateID"] ?? "Template");
      return { level: levelOf(attributes["ZOrder"] ?? template?.["ZOrder"], 0), part: part ?? "", content };
    });
  }

  /**
   * Layers in the order in which they are painted: the backgrounds, bodies and foregrounds of templates and page (GB/T
   * 33190 7.7).
   */
  function layersOf(
    root: OfdElement,
    used: readonly TemplateOfPage[],
    inner: Resources,
  ): readonly PlacedLayer[] {
    const layers: PlacedLayer[] = [];
    for (const { level, part, content } of used) {
      if (content === undefined) continue;
      const own = resourcesOf(content, part, resources);
      layers.push(...contentLayers(content).map((layer) => ({ level: level - 0.5, layer, resources: own })));
    }
    for (const layer of contentLayers(root))
      layers.push({ level: levelOf(layer.attributes["Type"], 1), layer, resources: inner });
    return layers.sort((a, b) => a.level - b.level);
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
    isMisspelt ||= tree?.isMisspelt === true;
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
    const doubt = canvas.doubt ?? (isMisspelt ? "letter-case" : undefined);
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

interface TemplateOfPage {
  readonly level: number;
  readonly part: string;
  readonly content: OfdElement | undefined;
}

interface PlacedLayer {
  readonly level: number;
  readonly layer: OfdElement;
  readonly resources: Resources;
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
