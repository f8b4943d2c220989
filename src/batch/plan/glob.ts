/** A glob split before its first wildcard: the folder to walk, and the pattern that paths below it must match. */
export interface Glob {
  readonly root: string;
  readonly matches: (path: string) => boolean;
}

/**
 * Parses a glob: `*` and `?` stop at `/`, `**` does not; `[abc]`, `[!abc]` and `{a,b}` mean what they mean in a shell.
 * Null where there is no wildcard, and where its brackets make none, as in `[z-a]`. Written here because Node has no glob of its own before version 22.
 */
export function parseGlob(pattern: string): Glob | null {
  const first = pattern.search(/[*?[{]/);
  if (first < 0) return null;
  const root = pattern.slice(0, pattern.lastIndexOf("/", first) + 1);
  const expression = compiled(`^${translate(pattern.slice(root.length))}$`);
  return expression && { root: root === "" ? "." : root, matches: (path) => expression.test(path) };
}

function compiled(source: string): RegExp | null {
  try {
    return new RegExp(source, "su");
  } catch {
    return null;
  }
}

function translate(pattern: string): string {
  return pattern.replace(/\*\*\/|\*\*|\*|\?|\[[^\]]+\]|\{[^{}]*\}|[^]/gu, (part) => {
    if (part === "**/") return "(?:[^/]+/)*";
    if (part === "**") return ".*";
    if (part === "*") return "[^/]*";
    if (part === "?") return "[^/]";
    if (part.startsWith("[") && part.length > 1)
      return part
        .replace(/^\[!/, "[^")
        .replaceAll("\\", "\\\\")
        .replace(/(?<=.)\[/gu, "\\[");
    if (part.startsWith("{") && part.length > 1)
      return `(?:${part.slice(1, -1).split(",").map(translate).join("|")})`;
    return part.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");
  });
}
