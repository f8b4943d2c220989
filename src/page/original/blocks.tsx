import type { Block, Grid, GridCell } from "../../model/index.ts";
import { cellId, lineId } from "./locate.ts";

/** A document as it was read: its lines, and its tables with their merged cells. */
export function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return (
    <div class="paper">
      {blocks.map((block, index) =>
        block.kind === "grid" ? (
          <GridTable grid={block.grid} />
        ) : block.heading === undefined ? (
          <p data-place={lineId(index)}>{block.text}</p>
        ) : (
          <p class="heading" data-place={lineId(index)}>
            {block.text}
          </p>
        ),
      )}
    </div>
  );
}

function GridTable({ grid }: { readonly grid: Grid }) {
  const rows: GridCell[][] = Array.from({ length: grid.height }, () => []);
  for (const cell of grid.cells) rows[cell.row - 1]?.push(cell);
  return (
    <table>
      <tbody>
        {rows.map((row) => (
          <tr>
            {[...row]
              .sort((a, b) => a.column - b.column)
              .map(({ rowSpan, columnSpan, text, at }) => (
                <td rowSpan={rowSpan} colSpan={columnSpan} data-place={cellId(at)}>
                  {text}
                </td>
              ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
