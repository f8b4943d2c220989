import module from "node:module";

/**
 * Lets Node (from 22.1) keep compiled code for the next start. It is kept in a folder of its own below the system's
 * folder for temporary files, or where NODE_COMPILE_CACHE says, and not at all with NODE_DISABLE_COMPILE_CACHE. Node
 * ignores code that another version compiled or whose source has changed; a folder that cannot be written does no harm.
 */
export function keepCompiled(): void {
  (module as { readonly enableCompileCache?: () => void }).enableCompileCache?.();
}
