/** What a paragraph style says about headings. */
export interface HeadingStyle {
  readonly name: string;
  readonly outlineLevel?: number | undefined;
}

/**
 * The heading level from 1: the outline level, or the one in the name of a built-in style where an old file states
 * nothing else.
 */
export function headingLevel(direct: number | undefined, chain: readonly HeadingStyle[]): number | undefined {
  const level = direct ?? chain.find((style) => style.outlineLevel !== undefined)?.outlineLevel;
  if (level !== undefined) return level <= 8 ? level + 1 : undefined;
  for (const { name } of chain) {
    const match = /^(?:heading|标题) ?([1-9])$/i.exec(name);
    if (match !== null) return Number(match[1]);
  }
  return undefined;
}
