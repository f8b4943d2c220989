import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
} from "yaml";
import type { Complaint } from "./load-words.ts";

/**
 * The longest text, in characters. It is more than any form needs and bounds the cost of duplicate keys and nesting.
 */
const MAXIMUM_CHARACTERS = 500_000;
const MAXIMUM_DEPTH = 50;

interface Position {
  readonly line: number;
  readonly column: number;
}

export interface YamlFile {
  readonly value: unknown;
  readonly problems: readonly (Complaint & { readonly position: Position })[];
  /** Where the value at these steps stands, or the innermost thing around it that exists. */
  readonly place: (steps: readonly PropertyKey[]) => Position;
}

/** Reads YAML 1.2, and with it JSON, as plain values with the place of each. */
export function readYaml(text: string): YamlFile {
  const lines = new LineCounter();
  const positionAt = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const failed = (kind: Complaint["kind"], position: Position, sides: Partial<Complaint> = {}): YamlFile => ({
    value: null,
    problems: [{ kind, steps: [], position, ...sides }],
    place: () => position,
  });
  if (text.length > MAXIMUM_CHARACTERS) {
    return failed("too-large", { line: 1, column: 1 }, { expected: String(MAXIMUM_CHARACTERS) });
  }
  try {
    // Duplicate keys are found below, because the parser's own comparison is quadratic.
    const document = parseDocument(text.replace(/^\ufeff/u, ""), {
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: false,
      schema: "core",
    });
    const errors = [...document.errors, ...document.warnings];
    const syntax = errors.map(({ message, pos }) => ({
      kind: "syntax" as const,
      steps: [],
      actual: message,
      position: positionAt(pos[0]),
    }));
    const root = document.contents;
    const keys = syntax.length > 0 || root === null ? [] : keyProblems(root, [], positionAt, 0);
    const problems = [...syntax, ...keys];
    const value: unknown = problems.length > 0 ? null : document.toJS({ maxAliasCount: 1_000 });
    return { value, problems, place: (steps) => positionAt(offsetOf(document, steps)) };
  } catch (error) {
    // Reached when nesting exceeds the parser's stack, or aliases multiply.
    return failed(
      "syntax",
      { line: 1, column: 1 },
      { actual: String((error as Error).message).slice(0, 200) },
    );
  }
}

function keyProblems(
  node: Node,
  steps: readonly PropertyKey[],
  positionAt: (offset: number) => Position,
  depth: number,
): YamlFile["problems"] {
  if (!isCollection(node)) return [];
  const offset = node.range?.[0] ?? 0;
  if (depth > MAXIMUM_DEPTH)
    return [{ kind: "too-large", steps, expected: String(MAXIMUM_DEPTH), position: positionAt(offset) }];
  if (isSeq(node)) {
    return node.items.flatMap((item, index) =>
      isNode(item) ? keyProblems(item, [...steps, index], positionAt, depth + 1) : [],
    );
  }
  if (!isMap(node)) return [];
  const seen = new Set<string>();
  return node.items.flatMap(({ key, value }) => {
    const name = isScalar(key) ? String(key.value) : "";
    const position = positionAt((isNode(key) ? key.range?.[0] : undefined) ?? offset);
    const path = [...steps, name];
    if (!isScalar(key) || typeof key.value !== "string") {
      return [
        {
          kind: "wrong-type" as const,
          steps,
          expected: "string",
          actual: isScalar(key) ? name : "object",
          position,
        },
      ];
    }
    // Names such as `__proto__` are refused before they become properties: assigning to `__proto__` would create none.
    if (name in {}) return [{ kind: "unknown-key" as const, steps: path, actual: name, position }];
    if (seen.has(name)) return [{ kind: "duplicate-key" as const, steps: path, actual: name, position }];
    seen.add(name);
    return isNode(value) ? keyProblems(value, path, positionAt, depth + 1) : [];
  });
}

/**
 * The place of a problem: the map for a missing key, the key itself for an unknown one, and the value for anything
 * else.
 */
function offsetOf(document: Document, steps: readonly PropertyKey[]): number {
  let node: Node | null = document.contents as Node | null;
  let offset = node?.range?.[0] ?? 0;
  for (const step of steps) {
    if (isAlias(node)) node = node.resolve(document) ?? null;
    let child: unknown = null;
    if (isSeq(node)) child = node.items[Number(step)];
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      child =
        isNode(pair?.value) && isScalar(pair.value) && pair.value.range
          ? pair.value
          : (pair?.value ?? pair?.key);
    }
    if (!isNode(child) || !child.range) break;
    node = child;
    offset = child.range[0];
  }
  return offset;
}
