/* global URL */
// Loaded before anything else by the processes that a batch under test starts: instead of the source that the batch
// names as their entry point they run what `compiled.ts` has made of it.
import { register } from "node:module";

register(new URL("./compiled-entry.mjs", import.meta.url));
