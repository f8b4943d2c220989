import type { Declared } from "./cascade.ts";

/** The most custom properties that are kept. */
const MOST = 1000;
/** How often a property may lead to another. */
const DEEPEST = 5;
/** A longer value is left as it is: properties that double one another grow without end. */
const LONGEST = 2000;

/** The custom properties that hold in an element. */
export function variablesOf(around: Declared, declared: Declared): Declared {
  const own = [...declared].filter(([name]) => name.startsWith("--"));
  return own.length === 0 ? around : new Map([...around, ...own].slice(0, MOST));
}

/** Whether some declaration uses a custom property. */
export function asksVariables(declared: Declared): boolean {
  for (const value of declared.values()) if (value.includes("var(")) return true;
  return false;
}

/** The declarations with the values of custom properties in their places. */
export function resolved(declared: Declared, variables: Declared): Declared {
  return new Map([...declared].map(([property, value]) => [property, substitute(value, variables).trim()]));
}

/** Resolves `var(--x, 1px)`; a variable that leads to no value is left as it is and counts as unknown. */
function substitute(value: string, variables: Declared): string {
  let text = value;
  for (let round = 0; round < DEEPEST && text.includes("var("); round++) {
    const next = text.replace(
      /var\(\s*(--[^\s,()]+)\s*(?:,([^()]*))?\)/g,
      (whole, name: string, fallback: string | undefined) => variables.get(name) ?? fallback?.trim() ?? whole,
    );
    if (next === text || next.length > LONGEST) break;
    text = next;
  }
  return text;
}
