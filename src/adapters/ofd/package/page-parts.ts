import type { Limits } from "../../../model/index.ts";
import type { Archive } from "../../package/zip.ts";
import { resolvePart } from "./locations.ts";
import type { OfdDocument } from "./package.ts";
import { readResources, type Resources } from "./resources.ts";
import { childOf, childrenOf, readOrNothing, type OfdElement } from "./tree.ts";

/** What the pages of a document are made of beside their own content. */
export interface PageParts {
  /** Resources that every page and template may refer to. */
  readonly common: Resources;
  /** The tree of a part; undefined where it cannot be read. */
  readonly opened: (part: string) => OfdElement | undefined;
  /** What a page may refer to: its own resources and those around it. */
  readonly resourcesOf: (page: OfdElement, part: string) => Resources;
  /** The templates of a page, without content where they are missing. */
  readonly templatesOf: (page: OfdElement) => readonly TemplateOfPage[];
  /** Names of parts that are not there. */
  readonly missing: () => readonly string[];
  /** Whether the name of some element was spelled in another letter case. */
  readonly areMisspelt: () => boolean;
}

export interface TemplateOfPage {
  /** The layer that it asks for. */
  readonly order: string | undefined;
  readonly content: OfdElement | undefined;
  readonly resources: () => Resources;
}

export function pageParts(archive: Archive, document: OfdDocument, limits: Limits): PageParts {
  const data = childOf(document.root, "CommonData");
  const from = document.part;
  const locations = ["PublicRes", "DocumentRes"].flatMap((name) =>
    data === undefined ? [] : childrenOf(data, name).map(({ text }) => ({ from, location: text })),
  );
  const usualSpace = data && childOf(data, "DefaultCS")?.text.trim();
  const common = readResources(archive, locations, limits, undefined, usualSpace);
  const templates = new Map(
    (data === undefined ? [] : childrenOf(data, "TemplatePage")).map(({ attributes }) => [
      attributes["ID"],
      { attributes, part: resolvePart(archive, from, attributes["BaseLoc"] ?? "") },
    ]),
  );
  // Only templates are kept, because they are painted on many pages.
  const kept = new Set([...templates.values()].map(({ part }) => part));
  const trees = new Map<string, OfdElement>();
  const books = new Map<string, Resources>();
  const missing: string[] = [...common.missing];
  let areMisspelt = document.root.isMisspelt === true || common.areMisspelt;

  function opened(part: string): OfdElement | undefined {
    const known = trees.get(part);
    if (known !== undefined) return known;
    const tree = readOrNothing(archive, part, limits);
    areMisspelt ||= tree?.isMisspelt === true;
    if (tree !== undefined && kept.has(part)) trees.set(part, tree);
    return tree;
  }

  function resourcesOf(page: OfdElement, part: string): Resources {
    const own = childrenOf(page, "PageRes").map(({ text }) => ({ from: part, location: text }));
    if (own.length === 0) return common;
    const known = books.get(part);
    if (known !== undefined) return known;
    const inner = readResources(archive, own, limits, common);
    missing.push(...inner.missing);
    areMisspelt ||= inner.areMisspelt;
    if (kept.has(part)) books.set(part, inner);
    return inner;
  }

  function templatesOf(page: OfdElement): readonly TemplateOfPage[] {
    return childrenOf(page, "Template").map(({ attributes }): TemplateOfPage => {
      const { attributes: stated, part = null } = templates.get(attributes["TemplateID"]) ?? {};
      const content = part === null ? undefined : opened(part);
      const order = attributes["ZOrder"] ?? stated?.["ZOrder"];
      if (part === null || content === undefined) {
        missing.push(stated?.["BaseLoc"] ?? attributes["TemplateID"] ?? "Template");
        return { order, content: undefined, resources: () => common };
      }
      return { order, content, resources: () => resourcesOf(content, part) };
    });
  }

  return { common, opened, resourcesOf, templatesOf, missing: () => missing, areMisspelt: () => areMisspelt };
}
