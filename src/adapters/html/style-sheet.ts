import { attribute, parentOf, textOf, within } from "./dom.ts";
import type { Element } from "./dom.ts";

/** What hides a text or strikes it out; nothing else of a style sheet matters here. */
const PROPERTIES = /^(?:display|visibility|opacity|font-size|text-decoration(?:-line)?)$/;

interface Rule {
  /** Compounds from the outermost element to the one that is styled: `table`, `.hide`, `td.old`. */
  readonly selector: readonly Compound[];
  readonly weight: number;
  readonly declarations: ReadonlyMap<string, string>;
}

interface Compound {
  readonly tag: string;
  readonly id: string;
  readonly classes: readonly string[];
}

/**
 * Writes what the page's own `<style>` says of visibility into the elements of its tables, as if it stood in their `style`:
 * a cell's digits may be hidden by a class. Rules with simple selectors and their descendants, outside `@media`; what stands
 * in the attribute is stronger. Outside tables nothing is hidden: a page may show by script what its sheet hides.
 */
export function applyStyleSheets(root: Element): void {
  const elements = [...within(root)];
  const sheets = elements.filter(({ tagName }) => tagName === "style").map(textOf);
  const rules = byKey(rulesOf(sheets.join("\n").slice(0, 1_000_000)));
  if (rules.size === 0) return;
  const inTable = new Set<Element>();
  for (const element of elements) {
    const parent = parentOf(element);
    if (parent === undefined || (parent.tagName !== "table" && !inTable.has(parent))) continue;
    inTable.add(element);
    apply(element, rules);
  }
}

function apply(element: Element, rules: ReadonlyMap<string, readonly Rule[]>): void {
  const own = attribute(element, "style") ?? "";
  const found = keysOf(compoundOf(element))
    .flatMap((key) => rules.get(key) ?? [])
    .filter(({ selector }) => matches(element, selector))
    .sort((a, b) => a.weight - b.weight);
  const merged = new Map(found.flatMap(({ declarations }) => [...declarations]));
  for (const [property] of declarationsOf(own)) merged.delete(property);
  if (merged.size === 0) return;
  const value = [own, ...[...merged].map((declaration) => declaration.join(":"))].filter(Boolean).join(";");
  element.attrs = [...element.attrs.filter(({ name }) => name !== "style"), { name: "style", value }];
}

function matches(element: Element, selector: readonly Compound[]): boolean {
  let here: Element | undefined = element;
  for (let index = selector.length - 1; index >= 0; index--) {
    while (here !== undefined && !fits(here, selector[index]!)) {
      if (index === selector.length - 1) return false;
      here = parentOf(here);
    }
    if (here === undefined) return false;
    here = parentOf(here);
  }
  return true;
}

function fits(element: Element, { tag, id, classes }: Compound): boolean {
  const own = compoundOf(element);
  return (
    (tag === "" || tag === own.tag) &&
    (id === "" || id === own.id) &&
    classes.every((one) => own.classes.includes(one))
  );
}

function compoundOf(element: Element): Compound {
  const classes = (attribute(element, "class") ?? "").split(/\s+/).filter(Boolean);
  return { tag: element.tagName, id: attribute(element, "id") ?? "", classes };
}

/** The rarest thing a compound asks for, by which its rules are found. */
function keyOf({ tag, id, classes }: Compound): string {
  return id !== "" ? `#${id}` : classes[0] === undefined ? tag : `.${classes[0]}`;
}

function keysOf({ tag, id, classes }: Compound): string[] {
  return ["", tag, ...classes.map((one) => `.${one}`), ...(id === "" ? [] : [`#${id}`])];
}

function byKey(rules: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> {
  const found = new Map<string, Rule[]>();
  for (const rule of rules) {
    const key = keyOf(rule.selector.at(-1)!);
    const same = found.get(key);
    if (same === undefined) found.set(key, [rule]);
    else same.push(rule);
  }
  return found;
}

function rulesOf(sheet: string): Rule[] {
  const plain = withoutAtRules(sheet.replace(/\/\*[^]*?(?:\*\/|$)|<!--|-->/g, " "));
  return [...plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors = "", body = ""], order) => {
    const declarations = new Map(declarationsOf(body));
    if (declarations.size === 0) return [];
    return selectors.split(",").flatMap((text) => {
      const selector = selectorOf(text.trim());
      return selector === undefined
        ? []
        : [{ selector, declarations, weight: weightOf(selector) + order / 1e6 }];
    });
  });
}

function declarationsOf(body: string): [property: string, value: string][] {
  return body.split(";").flatMap((declaration): [string, string][] => {
    const [property = "", value = ""] = declaration.split(":").map((part) => part.trim().toLowerCase());
    return PROPERTIES.test(property) ? [[property, value.replace(/\s*!important$/, "")]] : [];
  });
}

/** Undefined for what is not only tags, classes, ids and descendants. */
function selectorOf(text: string): Compound[] | undefined {
  const parts = text.split(/\s+/).map((part) => /^([a-z][\w-]*|\*)?((?:[.#][\w-]+)*)$/i.exec(part));
  if (text === "" || parts.length > 8 || parts.some((part) => part === null)) return undefined;
  return parts.map((part) => {
    const names = part![2]!.match(/[.#][\w-]+/g) ?? [];
    return {
      tag: part![1] === "*" ? "" : (part![1] ?? "").toLowerCase(),
      id: names.find((name) => name.startsWith("#"))?.slice(1) ?? "",
      classes: names.filter((name) => name.startsWith(".")).map((name) => name.slice(1)),
    };
  });
}

/** CSS Selectors 4, 17: ids before classes before tags. */
function weightOf(selector: readonly Compound[]): number {
  return selector.reduce(
    (sum, { tag, id, classes }) =>
      sum + (id === "" ? 0 : 10_000) + 100 * classes.length + (tag === "" ? 0 : 1),
    0,
  );
}

/** `@media print { … }`, `@import …;`: for other readers, or unknown. */
function withoutAtRules(sheet: string): string {
  let kept = "";
  let depth = 0;
  let skips = false;
  for (const part of sheet.split(/([@{};])/)) {
    if (part === "@" && depth === 0) skips = true;
    if (part === "}") depth--;
    if (!skips) kept += part;
    if (part === "{") depth++;
    if (skips && depth <= 0 && (part === "}" || part === ";")) skips = false;
    depth = Math.max(0, depth);
  }
  return kept;
}
