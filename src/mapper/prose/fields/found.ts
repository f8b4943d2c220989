import type { Place } from "../../../model/index.ts";
import type { ProseLine } from "../prose-line.ts";
import type { Title } from "../titles/title.ts";

export interface Found {
  readonly value: string;
  readonly at: Place;
  readonly raw: string;
}

export function firstFound<T>(
  lines: readonly ProseLine[],
  read: (text: string) => T | null,
): { value: T; raw: string; at: Place } | null {
  for (const { text, at } of lines) {
    const value = read(text);
    if (value !== null) return { value, raw: text.length > 300 ? `${text.slice(0, 300)}…` : text, at };
  }
  return null;
}

export function foundNear<T>(
  lines: readonly ProseLine[],
  { at }: Title,
  read: (text: string) => T | null,
): { value: T; raw: string; at: Place } | null {
  const start = lines.findIndex((line) => line.at === at);
  return firstFound(lines.slice(Math.max(0, start - NEAR), start + NEAR + 2), read);
}

/** On how many lines around a title its office or its year may stand alone. */
const NEAR = 3;
