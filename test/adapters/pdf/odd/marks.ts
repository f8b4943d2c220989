/** The path of an oval around a point. */
export function oval(x: number, y: number, wide: number, high: number): string {
  const k = 0.5523;
  const at = (right: number, up: number) => `${(x + right * wide).toFixed(2)} ${(y + up * high).toFixed(2)}`;
  return (
    `${at(1, 0)} m ${at(1, k)} ${at(k, 1)} ${at(0, 1)} c ${at(-k, 1)} ${at(-1, k)} ${at(-1, 0)} c ` +
    `${at(-1, -k)} ${at(-k, -1)} ${at(0, -1)} c ${at(k, -1)} ${at(1, -k)} ${at(1, 0)} c h`
  );
}
