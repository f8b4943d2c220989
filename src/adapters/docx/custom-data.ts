import type { Limits } from "../../model/index.ts";
import type { WordPackage } from "./package.ts";
import type { Binding } from "./story/open-paragraph.ts";
import { elementsOf, readSmallPart, textOfSmallElement } from "../package/small-part.ts";
import type { SmallElement } from "../package/small-part.ts";
import type { Archive } from "../package/zip.ts";

/** The store that stands for docProps/core.xml in every package (MS-OE376 2.5.2.11). */
const coreProperties = "{6c3c8bc8-f283-45ae-878a-bab7291924a1}";

/** Looks up what the custom XML of a package holds; its parts are read when they are first asked for. */
export function customData(
  archive: Archive,
  parts: WordPackage,
  limits: Limits,
): (binding: Binding) => string | null {
  let stores: readonly (readonly [id: string, root: SmallElement])[] | null = null;
  return ({ path, store }) => {
    stores ??= [...parts.customXml(), ...core(parts)].map(
      ([id, part]) => [id.toLowerCase(), readSmallPart(archive, part, limits)] as const,
    );
    for (const [id, root] of stores) {
      if (store !== undefined && store.toLowerCase() !== id) continue;
      const found = evaluate(root, path);
      if (found !== null) return found;
    }
    return null;
  };
}

function core({ properties }: WordPackage): [string, string][] {
  return properties === null ? [] : [[coreProperties, properties]];
}

/**
 * Evaluates an XPath of names with positions, as Word writes it: `/ns0:report[1]/ns0:licences[1]`, `/a/@b`. Any other
 * XPath gives null.
 */
function evaluate(root: SmallElement, path: string): string | null {
  const steps = path.split("/").filter((step) => step !== "");
  let here: readonly SmallElement[] = [root];
  let element: SmallElement | null = null;
  for (const step of steps) {
    const match = /^(@?)(?:[^:[\]()]+:)?([^:[\]()]+)(?:\[(\d{1,6})\])?$/.exec(step);
    if (match === null) return step === "text()" && element !== null ? textOfSmallElement(element) : null;
    const [, at, name, position] = match;
    if (at === "@") return element?.attributes[name!] ?? null;
    element = here.filter((one) => one.name === name)[Number(position ?? 1) - 1] ?? null;
    if (element === null) return null;
    here = elementsOf(element);
  }
  return element === null ? null : textOfSmallElement(element);
}
