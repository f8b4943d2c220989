import type { Template } from "../../model/index.ts";

/** Whether a form was in force for a report of the year. */
export function coversYear({ years }: Template, year: number | null): boolean {
  return year !== null && year >= years[0] && (years[1] === null || year <= years[1]);
}
