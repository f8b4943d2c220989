import type { Evidence, Place } from "../../model/index.ts";
import type { Lit } from "../state/lit.ts";
import type { View } from "./view.ts";

/**
 * Lights the places of values in the original and their cells in the form. Done on the elements themselves: a report has
 * thousands of them, and which are lit changes with every key.
 */
export function light(root: ParentNode, lit: Lit, { roots, of }: PlaceFinder): void {
  for (const each of [root, ...roots])
    for (const element of each.querySelectorAll(".lit")) element.classList.remove("lit", "left", "right");
  for (const [pointer, side] of lit.pointers)
    for (const element of [...buttonsOf(root, pointer), ...of(pointer)]) element.classList.add("lit", side);
  for (const element of lit.places.flatMap((place) => elementsAt(roots, place)))
    element.classList.add("lit", "left");
}

/** Brings what is lit into view in each pane, one value of it. */
export function bringIntoView(root: ParentNode, { first, places }: Lit, { roots, of }: PlaceFinder): void {
  const elements =
    first === null
      ? [places.flatMap((place) => elementsAt(roots, place))[0]]
      : [buttonsOf(root, first)[0], of(first)[0]];
  for (const element of elements) element?.scrollIntoView({ block: "center", inline: "nearest" });
}

function buttonsOf(root: ParentNode, pointer: string): readonly Element[] {
  return [...root.querySelectorAll(`.form [data-pointer="${CSS.escape(pointer)}"]`)];
}

/** Finds elements of the original by value, and the value by element. */
export interface PlaceFinder {
  readonly roots: readonly ParentNode[];
  readonly of: (pointer: string) => readonly Element[];
  readonly pointerAt: (element: Element) => string | null;
}

export function placeFinder({ roots, locate }: View, evidence: Evidence): PlaceFinder {
  const byPlace = new Map<string, string>();
  for (const [pointer, entry] of Object.entries(evidence)) {
    const id = locate(entry);
    // Several figures may stand in one line; a cell of a table comes before the title that names it.
    if (id !== null && (!byPlace.has(id) || pointer.startsWith("/report/tables/"))) byPlace.set(id, pointer);
  }
  return {
    roots,
    of: (pointer) => {
      const boxes = within(roots, `[data-pointer="${CSS.escape(pointer)}"]`);
      if (boxes.length > 0) return boxes;
      const id = evidence[pointer] ? locate(evidence[pointer]) : null;
      return id === null ? [] : within(roots, `[data-place="${CSS.escape(id)}"]`);
    },
    pointerAt: (element) => {
      // A cell of the original may be no value; then the line it stands in may be one's place.
      for (let at = closest(element); at; at = closest(at.parentElement)) {
        const pointer = at.dataset["pointer"] ?? byPlace.get(at.dataset["place"] ?? "");
        if (pointer !== undefined) return pointer;
      }
      return null;
    },
  };
}

function closest(element: Element | null): HTMLElement | null {
  return element?.closest<HTMLElement>("[data-pointer], [data-place]") ?? null;
}

/** Elements of what belongs to no value: a table, or a page. */
function elementsAt(roots: readonly ParentNode[], { table, page }: Place): readonly Element[] {
  if (table !== undefined) return within(roots, `[data-place^="c${table}."]`);
  const drawn = page === undefined ? undefined : within(roots, ".page")[page - 1];
  return drawn ? [drawn] : [];
}

function within(roots: readonly ParentNode[], selector: string): readonly Element[] {
  return roots.flatMap((root) => [...root.querySelectorAll(selector)]);
}
