import type { Evidence, Place } from "../../model/index.ts";
import type { Lit } from "../state/lit.ts";
import { locator, type Locate } from "./locate.ts";

/**
 * Lights the places of values in the original and their cells in the form. Done on the elements themselves: a report has
 * thousands of them, and which are lit changes with every key.
 */
export function light(root: ParentNode, lit: Lit, placesOf: (pointer: string) => readonly Element[]): void {
  for (const element of root.querySelectorAll(".lit")) element.classList.remove("lit", "left", "right");
  for (const [pointer, side] of lit.pointers)
    for (const element of [...buttonsOf(root, pointer), ...placesOf(pointer)])
      element.classList.add("lit", side);
}

/** Brings one value into view in each pane. */
export function bringIntoView(
  root: ParentNode,
  pointer: string,
  placesOf: (pointer: string) => readonly Element[],
): void {
  for (const element of [buttonsOf(root, pointer)[0], placesOf(pointer)[0]])
    element?.scrollIntoView({ block: "center", inline: "nearest" });
}

function buttonsOf(root: ParentNode, pointer: string): readonly Element[] {
  return [...root.querySelectorAll(`.form [data-pointer="${CSS.escape(pointer)}"]`)];
}

/** Elements of the original in which a value stands. */
export function placeFinder(
  root: ParentNode,
  evidence: Evidence,
  blocks: Parameters<typeof locator>[0],
): {
  readonly of: (pointer: string) => readonly Element[];
  readonly pointerAt: (element: Element) => string | null;
} {
  const locate: Locate = locator(blocks);
  const byPlace = new Map<string, string>();
  for (const [pointer, entry] of Object.entries(evidence)) {
    const id = locate(entry);
    // Several figures may stand in one line; a cell of a table comes before the title that names it.
    if (id !== null && (!byPlace.has(id) || pointer.startsWith("/report/tables/"))) byPlace.set(id, pointer);
  }
  return {
    of: (pointer) => {
      const boxes = [...root.querySelectorAll(`.original [data-pointer="${CSS.escape(pointer)}"]`)];
      if (boxes.length > 0) return boxes;
      const id = evidence[pointer] ? locate(evidence[pointer]) : null;
      return id === null ? [] : [...root.querySelectorAll(`.original [data-place="${CSS.escape(id)}"]`)];
    },
    pointerAt: (element) => {
      const own = element.closest<HTMLElement>("[data-pointer], [data-place]");
      if (!own) return null;
      return own.dataset["pointer"] ?? byPlace.get(own.dataset["place"] ?? "") ?? null;
    },
  };
}

/** Lights what belongs to no value: a table, or a page. */
export function lightPlaces(root: ParentNode, places: readonly Place[]): void {
  for (const { table, page, line } of places) {
    const found =
      table !== undefined
        ? root.querySelectorAll(`.original [data-place^="c${table}."]`)
        : page !== undefined
          ? [root.querySelectorAll(".original .page")[page - 1]]
          : line !== undefined
            ? []
            : [];
    const elements = [...found].filter((element) => element !== undefined);
    for (const element of elements) element.classList.add("lit", "left");
    elements[0]?.scrollIntoView({ block: "center", inline: "nearest" });
  }
}
