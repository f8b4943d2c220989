import type { Evidence, Place } from "../../model/index.ts";
import type { Lit } from "./lit.ts";
import { noView, type OriginalView } from "./view.ts";

/**
 * Highlights the places of values in the original and their cells in the form. It changes the elements directly,
 * because a report has thousands of them and the highlighted ones change with every key.
 */
export function light(root: ParentNode, lit: Lit, { of, at, roots }: PlaceFinder): void {
  for (const each of [root, ...roots])
    for (const element of each.querySelectorAll(".lit")) element.classList.remove("lit", "left", "right");
  for (const [pointer, side] of lit.pointers)
    for (const element of [...buttonsOf(root, pointer), ...of(pointer)]) element.classList.add("lit", side);
  for (const element of lit.places.flatMap(at)) element.classList.add("lit", "left");
}

/** Scrolls each pane so that one of the highlighted values is in view. */
export function bringIntoView(root: ParentNode, { first, places }: Lit, { of, at }: PlaceFinder): void {
  const elements = first === null ? [places.flatMap(at)[0]] : [buttonsOf(root, first)[0], of(first)[0]];
  for (const element of elements) element?.scrollIntoView({ block: "center", inline: "nearest" });
}

function buttonsOf(root: ParentNode, pointer: string): readonly Element[] {
  return [...root.querySelectorAll(`.form [data-pointer="${CSS.escape(pointer)}"]`)];
}

/** Finds elements of the original by value or place, and the value by element. */
export interface PlaceFinder {
  readonly roots: readonly ParentNode[];
  readonly of: (pointer: string) => readonly Element[];
  /** Elements of places that belong to no value, such as a table or a page. */
  readonly at: (place: Place) => readonly Element[];
  readonly pointerAt: (element: Element) => string | null;
}

/** `views` are the files of the document in their order; a file that is not drawn yet has no roots. */
export function placeFinder(views: readonly OriginalView[], evidence: Evidence): PlaceFinder {
  const viewOf = (at: Place | null): OriginalView => views[(at?.file ?? 1) - 1] ?? noView;
  const byPlace = new Map<OriginalView, Map<string, string>>(views.map((view) => [view, new Map()]));
  for (const [pointer, entry] of Object.entries(evidence)) {
    const view = viewOf(entry.at);
    const [id, known] = [view.locate(entry), byPlace.get(view)];
    // Several figures may stand in one line; a table cell takes precedence over the title that names the table.
    if (id !== null && known && (!known.has(id) || pointer.startsWith("/report/tables/")))
      known.set(id, pointer);
  }
  return {
    roots: views.flatMap(({ roots }) => roots),
    of: (pointer) => {
      const entry = evidence[pointer];
      if (!entry) return [];
      const { roots, locate } = viewOf(entry.at);
      const boxes = within(roots, `[data-pointer="${CSS.escape(pointer)}"]`);
      const id = locate(entry);
      return boxes.length > 0 || id === null ? boxes : within(roots, `[data-place="${CSS.escape(id)}"]`);
    },
    at: (place) => {
      const { roots } = viewOf(place);
      if (place.table !== undefined) return within(roots, `[data-place^="c${place.table}."]`);
      const drawn = place.page === undefined ? undefined : within(roots, ".page")[place.page - 1];
      return drawn ? [drawn] : [];
    },
    pointerAt: (element) => {
      const view = views.find(({ roots }) => roots.some((root) => root.contains(element)));
      const known = view && byPlace.get(view);
      // A cell of the original may hold no value itself, while the line it stands in is the place of one.
      for (let at = closest(element); at; at = closest(at.parentElement)) {
        const pointer = at.dataset["pointer"] ?? known?.get(at.dataset["place"] ?? "");
        if (pointer !== undefined) return pointer;
      }
      return null;
    },
  };
}

function closest(element: Element | null): HTMLElement | null {
  return element?.closest<HTMLElement>("[data-pointer], [data-place]") ?? null;
}

function within(roots: readonly ParentNode[], selector: string): readonly Element[] {
  return roots.flatMap((root) => [...root.querySelectorAll(selector)]);
}
