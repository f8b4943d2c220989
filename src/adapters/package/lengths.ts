/** Points in the units of lengths that office formats share (ISO/IEC 29500-1, 22.9.2.15; ODF 1.3 part 3, 18.3.18). */
export const POINTS_IN: Readonly<Record<string, number>> = {
  pt: 1,
  pc: 12,
  pi: 12,
  in: 72,
  cm: 72 / 2.54,
  mm: 72 / 25.4,
  px: 0.75,
};

/** English metric units in a point (ISO/IEC 29500-1, 20.1.2.1). */
export const EMU_IN_POINT = 12_700;
