/** Twips between a cell's edges and its text (w:tcMar, 17.4.68); undefined = nothing is stated. */
export interface CellMargins {
  readonly left?: number;
  readonly right?: number;
  readonly top?: number;
}

export function sideOf(name: string): keyof CellMargins {
  return name === "w:top" ? "top" : name === "w:left" || name === "w:start" ? "left" : "right";
}
