import module from "node:module";

/**
 * Lets Node keep what it compiles for the next start, where it can (from 22.1 on): in a folder of its own below the system's
 * for temporary files, or where NODE_COMPILE_CACHE says, and not at all with NODE_DISABLE_COMPILE_CACHE. What was compiled by
 * another version, or of another text, it does not take; a folder that cannot be written changes nothing.
 */
export function keepCompiled(): void {
  (module as { readonly enableCompileCache?: () => void }).enableCompileCache?.();
}
