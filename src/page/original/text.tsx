import type { OriginalLine } from "./lines.ts";

/** A text unchanged, with every space kept. */
export function TextLines({ lines }: { readonly lines: readonly OriginalLine[] }) {
  return (
    <div class="paper text">
      {lines.map(({ place, pieces }) => (
        <div data-place={place}>
          {pieces.length === 0
            ? "\n"
            : pieces.map(({ text, place: own }) =>
                own === null ? text : <span data-place={own}>{text}</span>,
              )}
        </div>
      ))}
    </div>
  );
}
