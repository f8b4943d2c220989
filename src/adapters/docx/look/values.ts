/** ST_OnOff (ISO 29500-1 22.9.2.7): a property present without a value is on. */
export function isOn(value: string | undefined, absent = true): boolean {
  if (value === undefined) return absent;
  return value !== "0" && value !== "false" && value !== "off";
}

/** A whole number ≥ 0, or `otherwise`; signs, fractions and text are not repaired. */
export function wholeNumber(value: string | undefined, otherwise: number): number {
  return value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : otherwise;
}
