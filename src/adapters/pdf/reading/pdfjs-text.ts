import { characterOf } from "../../page/sheet/characters.ts";
import { PAGE_BOUNDS } from "../engine/engine.ts";
import type { Glyph } from "../../page/sheet/page.ts";
import { multiply } from "../../page/ink/matrix.ts";
import type { Matrix } from "../../page/ink/matrix.ts";

interface State {
  matrix: Matrix;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  rise: number;
  leading: number;
  vertical: boolean;
}

/** Follows the text operators and places every glyph (PDF 32000-1, 9.4). */
export function interpret(
  operators: readonly number[],
  values: readonly unknown[],
  OPS: Readonly<Record<string, number>>,
  view: Matrix,
): { glyphs: Glyph[]; truncated: boolean } {
  const glyphs: Glyph[] = [];
  let state: State = {
    matrix: view,
    size: 1,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    rise: 0,
    leading: 0,
    vertical: false,
  };
  const saved: State[] = [];
  let text: Matrix = [1, 0, 0, 1, 0, 0];
  let line: Matrix = text;
  const shift = (x: number, y: number) => (text = line = multiply([1, 0, 0, 1, x, y], line));
  for (const [index, operator] of operators.entries()) {
    const operands = (values[index] ?? []) as readonly never[];
    switch (operator) {
      case OPS.save:
      case OPS.paintFormXObjectBegin:
        saved.push({ ...state });
        if (operator === OPS.paintFormXObjectBegin && operands[0] != null)
          state = {
            ...state,
            matrix: multiply([...(operands[0] as readonly number[])] as unknown as Matrix, state.matrix),
          };
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        state = saved.pop() ?? state;
        break;
      case OPS.transform:
        state = { ...state, matrix: multiply(operands as unknown as Matrix, state.matrix) };
        break;
      case OPS.beginText:
        text = line = [1, 0, 0, 1, 0, 0];
        break;
      case OPS.setFont:
        state = { ...state, size: operands[1]! };
        break;
      case OPS.setCharSpacing:
        state = { ...state, charSpacing: operands[0]! };
        break;
      case OPS.setWordSpacing:
        state = { ...state, wordSpacing: operands[0]! };
        break;
      case OPS.setHScale:
        state = { ...state, scale: (operands[0]! as number) / 100 };
        break;
      case OPS.setTextRise:
        state = { ...state, rise: operands[0]! };
        break;
      case OPS.setLeading:
        state = { ...state, leading: -(operands[0]! as number) };
        break;
      case OPS.setTextMatrix:
        text = line = matrixOf(operands);
        break;
      case OPS.moveText:
        shift(operands[0]!, operands[1]!);
        break;
      case OPS.setLeadingMoveText:
        state = { ...state, leading: operands[1]! };
        shift(operands[0]!, operands[1]!);
        break;
      case OPS.nextLine:
        shift(0, state.leading);
        break;
      case OPS.showText:
        for (const item of operands[0]! as readonly (number | JsGlyph)[]) {
          if (typeof item === "number")
            text = multiply([1, 0, 0, 1, (-item / 1000) * state.size * state.scale, 0], text);
          else text = show(item);
          if (glyphs.length >= PAGE_BOUNDS.glyphs) return { glyphs, truncated: true };
        }
        break;
    }
  }
  return { glyphs, truncated: false };

  function show(glyph: JsGlyph): Matrix {
    const spacing = (glyph.isSpace ? state.wordSpacing : 0) + state.charSpacing;
    const width = (glyph.width / 1000) * state.size;
    const down = glyph.vmetric !== undefined && glyph.vmetric !== null;
    const matrix = multiply(
      [state.size * state.scale, 0, 0, state.size, 0, state.rise],
      multiply(text, state.matrix),
    );
    const place = (x: number, y: number) =>
      [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]] as const;
    const em = glyph.width / 1000;
    const slope = ((Math.atan2(matrix[1], matrix[0]) * 180) / Math.PI + 360) % 360;
    const quarter = Math.round(slope / 90) * 90;
    const angle = Math.abs(slope - quarter) <= 5 ? quarter % 360 : Math.round(slope);
    const upright = angle === 0 || angle === 180;
    const [x0, y0] = down ? place(-0.5, -0.88) : place(0, 0);
    const [x1, y1] = down ? place(0.5, 0) : place(em, 0.75);
    for (const text of [...(glyph.unicode ?? "")]) {
      const character = characterOf(text.codePointAt(0)!, false);
      if (character.text.trim() === "") continue;
      glyphs.push({
        text: character.text,
        box: [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)],
        start: upright ? Math.min(x0, x1) : Math.min(y0, y1),
        end: upright ? Math.max(x0, x1) : Math.max(y0, y1),
        baseline: upright ? y0 : x0,
        size: Math.hypot(matrix[2], matrix[3]),
        angle,
        bold: false,
        faint: false,
        unreadable: character.unreadable,
        cut: false,
      });
    }
    return down
      ? multiply([1, 0, 0, 1, 0, ((glyph.vmetric?.[0] ?? -1000) / 1000) * state.size - spacing], text)
      : multiply([1, 0, 0, 1, (width + spacing) * state.scale, 0], text);
  }
}

/** The matrix given by six operands, or by one array of six. */
function matrixOf(operands: readonly unknown[]): Matrix {
  const [first] = operands;
  return [...((typeof first === "number" ? operands : first) as Iterable<number>)] as unknown as Matrix;
}

interface JsGlyph {
  readonly unicode?: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly number[] | null;
}
