/** Runs an action for each key, except where a person is typing; returns a function that stops it. */
export function keyActions(actions: Readonly<Record<string, () => void>>): () => void {
  const listen = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") target.blur();
    if (/^(?:INPUT|TEXTAREA|SELECT)$/u.test(target.tagName)) return;
    const action = Object.hasOwn(actions, event.key) ? actions[event.key] : undefined;
    if (!action) return;
    event.preventDefault();
    action();
  };
  document.addEventListener("keydown", listen);
  return () => document.removeEventListener("keydown", listen);
}

const STEPS: Readonly<Record<string, readonly [across: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Moves from a value of the form to the nearest one in the direction of an arrow key, and chooses it. */
export function moved(event: KeyboardEvent): void {
  const step = STEPS[event.key];
  const from = (event.target as Element).closest<HTMLElement>(".value");
  if (!step || !from) return;
  event.preventDefault();
  const [across, down] = step;
  const own = from.getBoundingClientRect();
  const all = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>(".value")];
  let nearest: HTMLElement | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const other of all) {
    const box = other.getBoundingClientRect();
    const [x, y] = [
      box.x + box.width / 2 - own.x - own.width / 2,
      box.y + box.height / 2 - own.y - own.height / 2,
    ];
    const along = x * across + y * down;
    const beside = Math.abs(x * down) + Math.abs(y * across);
    // A value straight ahead is preferred to a near one: distance to the side counts four times.
    if (along > 1 && along + 4 * beside < least) {
      nearest = other;
      least = along + 4 * beside;
    }
  }
  nearest?.focus();
  nearest?.click();
}
