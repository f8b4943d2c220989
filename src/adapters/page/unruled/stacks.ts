import { ALIGNED, BESIDE, LEADING, NEXT_UNRULED_CHARACTER, NEXT_UNRULED_LINE } from "./tolerances.ts";
import type { Chunk } from "./chunks.ts";

/** Chunks under each other that are one wrapped text: they are in the same column, one line height apart. */
export interface Stack {
  readonly chunks: Chunk[];
  top: number;
  bottom: number;
  left: number;
  right: number;
}

function stackOf(chunk: Chunk): Stack {
  return { chunks: [chunk], top: chunk.top, bottom: chunk.bottom, left: chunk.left, right: chunk.right };
}

/** Joins chunks into stacks in order of their baselines; `joins` may forbid what the distance allows. */
export function stackUp(chunks: readonly Chunk[], joins: (stack: Stack, chunk: Chunk) => boolean): Stack[] {
  const stacks: Stack[] = [];
  for (const chunk of [...chunks].sort((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const stack = stacks.findLast((one) => {
      const last = one.chunks.at(-1)!;
      const step = chunk.baseline - last.baseline;
      return (
        step > NEXT_UNRULED_LINE * chunk.size &&
        step <= LEADING * chunk.size &&
        one.left < chunk.right &&
        one.right > chunk.left &&
        last.page === chunk.page &&
        joins(one, chunk)
      );
    });
    if (stack === undefined) stacks.push(stackOf(chunk));
    else {
      stack.chunks.push(chunk);
      stack.bottom = chunk.bottom;
      stack.left = Math.min(stack.left, chunk.left);
      stack.right = Math.max(stack.right, chunk.right);
    }
  }
  return stacks;
}

/**
 * Whether a chunk is the next line of a stack's wrapped text, and not a text of its own under a common header: it is
 * flush or centred with the stack, alone under it, and not longer than a line that had no room for one more character.
 */
export function isWrapped(stack: Stack, chunk: Chunk, all: readonly Chunk[]): boolean {
  const under = all.filter(
    (other) =>
      Math.abs(other.baseline - chunk.baseline) < BESIDE * chunk.size &&
      other.left < stack.right &&
      other.right > stack.left,
  );
  if (under.length > 1) return false;
  const last = stack.chunks.at(-1)!;
  if (chunk.right - chunk.left > last.right - last.left + NEXT_UNRULED_CHARACTER * chunk.size) return false;
  return isAligned(last, chunk);
}

/** Whether two chunks share a left edge, a middle or a right edge. */
export function isAligned(a: Chunk, b: Chunk): boolean {
  const [left, right] = [a.left - b.left, a.right - b.right];
  return Math.min(Math.abs(left), Math.abs(right), Math.abs(left + right) / 2) < ALIGNED * a.size;
}
