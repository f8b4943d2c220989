import type { Random } from "../random.ts";
import type { Sheet } from "./draw.ts";

/** Something that happens to paper before it is scanned; returns a new sheet. */
export type Damage = (sheet: Sheet, random: Random) => Sheet;

/** From the place on the new sheet to the place on the old, both in pixels from the middle. */
type Bend = (x: number, y: number) => readonly [number, number];

function bent(sheet: Sheet, bend: Bend): Sheet {
  const { width, height, grey } = sheet;
  const result = new Uint8Array(grey.length).fill(255);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const [fromX, fromY] = bend(x - width / 2, y - height / 2);
      const [realX, realY] = [fromX + width / 2, fromY + height / 2];
      const [left, top] = [Math.floor(realX), Math.floor(realY)];
      if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) continue;
      const [partX, partY] = [realX - left, realY - top];
      const corner = top * width + left;
      result[at] =
        (grey[corner]! * (1 - partX) + grey[corner + 1]! * partX) * (1 - partY) +
        (grey[corner + width]! * (1 - partX) + grey[corner + width + 1]! * partX) * partY;
    }
  return { ...sheet, grey: result };
}

/** Laid on the glass at an angle of up to so many degrees, to either side. */
export function skewed(least: number, most: number): Damage {
  return (sheet, random) => {
    const degrees = (least + (most - least) * random.next()) * (random.chance(0.5) ? 1 : -1);
    const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    return bent(sheet, (x, y) => [cos * x - sin * y, sin * x + cos * y]);
  };
}

/** Laid on the glass on its head or on its side. */
export const turnedOver: Damage = (sheet, random) => {
  const { width, height, grey } = sheet;
  const quarters = 1 + Math.floor(3 * random.next());
  const [wide, high] = quarters === 2 ? [width, height] : [height, width];
  const result = new Uint8Array(grey.length);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const [right, below] = [width - 1 - x, height - 1 - y];
      const to = quarters === 2 ? below * wide + right : quarters === 1 ? x * wide + below : right * wide + y;
      result[to] = grey[at]!;
    }
  return { ...sheet, width: wide, height: high, grey: result };
};

/** A photograph from below and from one side: far edges are shorter. */
export const photographed: Damage = (sheet, random) => {
  const [tilt, turn] = [0.03 + 0.05 * random.next(), 0.06 * (random.next() - 0.5)];
  return bent(sheet, (x, y) => {
    const far = 1 + (tilt * y) / sheet.height + (turn * x) / sheet.width;
    return [x * far, y * far];
  });
};

/** Grey levels through a function of the value and the place. */
function shaded(sheet: Sheet, shade: (value: number, x: number, y: number) => number): Sheet {
  const grey = new Uint8Array(sheet.grey.length);
  for (let y = 0, at = 0; y < sheet.height; y++)
    for (let x = 0; x < sheet.width; x++, at++)
      grey[at] = Math.max(0, Math.min(255, shade(sheet.grey[at]!, x, y)));
  return { ...sheet, grey };
}

/** Print gone pale on paper gone grey. */
export const faded: Damage = (sheet, random) => {
  const left = 0.22 + 0.2 * random.next();
  return shaded(sheet, (value) => 236 - (255 - value) * left);
};

/** Tea: pale discs, darker at the rim. */
export const stained: Damage = (sheet, random) => {
  const spots = Array.from({ length: 6 }, () => ({
    x: random.next() * sheet.width,
    y: random.next() * sheet.height,
    radius: (0.2 + 0.6 * random.next()) * sheet.dpi,
  }));
  return shaded(sheet, (value, x, y) =>
    spots.reduce((left, spot) => {
      const far = Math.hypot(x - spot.x, y - spot.y) / spot.radius;
      if (far > 1) return left;
      return left * (far > 0.93 ? 0.72 : 0.86);
    }, value),
  );
};

/** The dark edge of a lid that was not shut, and paper less lit to one side. */
export const shadowed: Damage = (sheet, random) => {
  const edge = (0.15 + 0.35 * random.next()) * sheet.dpi;
  return shaded(
    sheet,
    (value, x) => value * (x < edge ? 0.25 + (0.6 * x) / edge : 0.85 + (0.15 * x) / sheet.width),
  );
};

/** The back of thin paper, printed alike, shows through: its print mirrored and pale. */
export const shownThrough: Damage = (sheet, random) => {
  const [dark, shift] = [0.16 + 0.14 * random.next(), Math.round((random.next() - 0.5) * 0.1 * sheet.dpi)];
  return shaded(sheet, (value, x, y) => {
    const behind =
      sheet.grey[y * sheet.width + Math.max(0, Math.min(sheet.width - 1, sheet.width - 1 - x + shift))]!;
    return value * (1 - dark * (1 - behind / 255));
  });
};

/** Print rubbed off in specks: so many a square inch. */
export function worn(specks: number): Damage {
  return (sheet, random) => {
    const { width, height, dpi } = sheet;
    const grey = Uint8Array.from(sheet.grey);
    const side = Math.round(0.016 * dpi);
    for (let left = (specks * width * height) / dpi ** 2; left > 0; left--) {
      const [x, y] = [width - side, height - side].map((most) => Math.floor(most * random.next())) as [
        number,
        number,
      ];
      for (let row = y; row < y + side; row++) grey.fill(255, row * width + x, row * width + x + side);
    }
    return { ...sheet, grey };
  };
}

/** Two holes of a file at the left, black as the lid's underside. */
export const punched: Damage = (sheet) => {
  const radius = 0.12 * sheet.dpi;
  const holes = [0.43, 0.57].map((share) => ({ x: 0.5 * sheet.dpi, y: share * sheet.height }));
  return shaded(sheet, (value, x, y) =>
    holes.some((hole) => Math.hypot(x - hole.x, y - hole.y) < radius) ? 20 : value,
  );
};

/** A round seal of 1.6 inches: a ring, a star's arms, and broken strokes where its letters stand. */
export function stamped(colour: "red" | "dark red" | "grey"): Damage {
  return (sheet, random) => {
    const [middleX, middleY] = [0.25, 0.25].map((least) => least + 0.5 * random.next()) as [number, number];
    const ink = (x: number, y: number): number => {
      const [dx, dy] = [x - middleX * sheet.width, y - middleY * sheet.height];
      const far = Math.hypot(dx, dy) / sheet.dpi;
      const angle = Math.atan2(dy, dx);
      if (far > 0.74 && far < 0.79) return 1;
      if (far > 0.54 && far < 0.68)
        return Math.sin(angle * 26) * Math.sin(far * 90 + angle * 7) > 0.2 ? 0.9 : 0;
      return far < 0.1 + 0.12 * Math.abs(Math.cos(2.5 * angle)) ** 6 ? 0.9 : 0;
    };
    if (colour === "grey") return shaded(sheet, (value, x, y) => value * (1 - 0.45 * ink(x, y)));
    const dark = colour === "red" ? sheet : shaded(sheet, (value, x, y) => value * (1 - 0.3 * ink(x, y)));
    const red = new Uint8Array(sheet.grey.length);
    for (let y = 0, at = 0; y < sheet.height; y++)
      for (let x = 0; x < sheet.width; x++, at++) red[at] = 255 * ink(x, y);
    return { ...dark, red };
  };
}
