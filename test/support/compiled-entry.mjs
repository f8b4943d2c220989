/* global process */
import { pathToFileURL, URL } from "node:url";

const source = new URL("../../src/batch/run/child.ts", import.meta.url).href;
const compiled = pathToFileURL(`${process.env.GONGKAI_COMPILED}/dist/cli/child.js`).href;

/** Resolves the source of a batch's child to what was compiled of it. */
export function resolve(specifier, context, next) {
  return specifier === source
    ? { url: compiled, format: "module", shortCircuit: true }
    : next(specifier, context);
}
