/* global process */
import { pathToFileURL, URL } from "node:url";

const source = new URL("../../src/", import.meta.url).href;
const compiled = pathToFileURL(`${process.env.GONGKAI_COMPILED}/dist/`).href;

/** Resolves a source to its compiled module; that names others of its kind by itself. */
export function resolve(specifier, context, next) {
  return specifier.startsWith(source) && specifier.endsWith(".ts")
    ? {
        url: compiled + specifier.slice(source.length, -".ts".length) + ".js",
        format: "module",
        shortCircuit: true,
      }
    : next(specifier, context);
}
