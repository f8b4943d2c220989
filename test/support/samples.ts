import { existsSync, readFileSync, readdirSync } from "node:fs";
import { convert } from "../../src/index.ts";
import { misread } from "./cells.ts";

const samples = new URL("../../../shared/samples/", import.meta.url);

export const hasSamples = existsSync(samples);

/** Files of a format's folder among the samples; none where they are absent. */
export function samplesOf(folder: string): string[] {
  return hasSamples ? readdirSync(new URL(`${folder}/`, samples)).sort() : [];
}

/** The adapter that took a sample, and the cells it did not read as its truth has them. */
export async function sampleMisread(
  folder: string,
  name: string,
): Promise<{ adapter: string | null; cells: number; misread: readonly string[] }> {
  const { values } = JSON.parse(readFileSync(new URL(`truth/${name.slice(0, 3)}.json`, samples), "utf8")) as {
    values: Readonly<Record<string, number | null>>;
  };
  const bytes = new Uint8Array(readFileSync(new URL(`${folder}/${name}`, samples)));
  const conversion = await convert({ name, bytes });
  return {
    adapter: conversion.adapter,
    cells: Object.keys(values).length,
    misread: misread(values, conversion),
  };
}
