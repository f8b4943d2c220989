import { expect, it } from "vitest";
import { drawCell, pageOf, randomOf } from "./odd-cells.ts";
import { read } from "./print.ts";

it("reads what cells of many styles show, or doubts them", () => {
  const random = randomOf(7);
  const cells = Array.from({ length: 3000 }, (_, n) => drawCell(random, n));
  const wrong: string[] = [];
  for (let from = 0; from < cells.length; from += 100) {
    const drawn = cells.slice(from, from + 100);
    const { tokens } = read(pageOf(drawn));
    const found = tokens.filter((token) => token.kind === "cell").filter(({ column }) => column === 2);
    for (const [i, { html, sheet, shown, isClean }] of drawn.entries()) {
      const cell = found[i]!;
      const isSilent = !cell.doubt && /^\d*$/.test(cell.text) && cell.text !== shown;
      if (isSilent) wrong.push(`silent ${cell.text}, shown ${shown}: ${html} ${sheet}`);
      if (isClean && (cell.doubt || cell.text !== shown))
        wrong.push(`not clean ${cell.text}: ${html} ${sheet}`);
    }
  }
  expect(wrong).toEqual([]);
});
