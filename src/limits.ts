import type { Limits } from "./model/index.ts";

/** Generous for reports (the largest seen is 1 MB), tight for bombs. */
export const defaultLimits: Limits = {
  maximumBytes: 64 * 1024 * 1024,
  maximumInflatedBytes: 128 * 1024 * 1024,
  maximumPages: 300,
  maximumCells: 200_000,
  maximumDepth: 256,
};
