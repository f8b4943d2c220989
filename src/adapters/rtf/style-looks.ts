import { isFaintOnGround, white } from "../docx/look/colour.ts";
import type { Rgb } from "../docx/look/colour.ts";
import type { CharacterState, RtfGroup, StyledProperty } from "./state.ts";

type Kind = "paragraph" | "character" | "other";

/** How the styles of the style sheet make letters look, as far as this decides whether they are seen. */
export interface StyleLooks {
  /** Begins an entry of the style sheet. */
  readonly begin: (kind: Kind, number: number) => void;
  readonly base: (number: number | undefined) => void;
  /** The letters of an entry's name, before which all of its properties stand; a semicolon ends the entry. */
  readonly look: (character: CharacterState, name: string) => void;
  /**
   * Why letters may not be seen as their text alone states. Writers repeat the properties of a style in the text (RTF
   * 1.9.1, style sheet); where they do not, some programs apply the style and others only the text.
   */
  readonly doubt: (
    group: Pick<RtfGroup, "character" | "paragraph">,
    colours: readonly (Rgb | null)[],
    ground: Rgb | null,
  ) => string | undefined;
}

interface StyleLook {
  character: CharacterState | null;
  base: number | undefined;
}

/** A chain of styles longer than this is a mistake. */
const longestChain = 32;

export function styleLooks(): StyleLooks {
  const styles = new Map<string, StyleLook>();
  let open: StyleLook | null = null;
  let openKind: Kind = "other";
  /** The kinds of which some style states a look that matters: most documents have none. */
  const matters = new Set<Kind>();
  const chain = (kind: Kind, number: number): readonly CharacterState[] => {
    const found: CharacterState[] = [];
    for (let next: number | undefined = number, left = longestChain; next !== undefined && left > 0; left--) {
      const style: StyleLook | undefined = styles.get(keyOf(kind, next));
      if (style?.character) found.push(style.character);
      next = style?.base;
    }
    return found;
  };
  const begin = (kind: Kind, number: number): StyleLook => {
    open = { character: null, base: undefined };
    openKind = kind;
    const key = keyOf(kind, number);
    if (!styles.has(key)) styles.set(key, open);
    return open;
  };
  return {
    begin: (kind, number) => void begin(kind, number),
    base: (number) => void (open !== null && (open.base = number)),
    look(character, name) {
      if (name.trim() === "") return;
      // The entry without a number is that of the usual style.
      const style = open ?? begin("paragraph", 0);
      style.character ??= character;
      if (name.includes(";")) open = null;
      const { hidden, struck, script, colour } = character;
      if (hidden || struck || script !== undefined || colour !== 0) matters.add(openKind);
    },
    doubt({ character, paragraph }, colours, ground) {
      if (matters.size === 0 || character.stated.size === properties.length) return undefined;
      const looks = [
        ...(matters.has("character") && character.style > 0 ? chain("character", character.style) : []),
        ...(matters.has("paragraph") ? chain("paragraph", paragraph.style) : []),
      ];
      return properties.find(([name]) => isLost(name, character, looks, colours, ground))?.[1];
    },
  };
}

const properties: readonly (readonly [StyledProperty, string])[] = [
  ["hidden", "hidden-text"],
  ["struck", "struck-text"],
  ["script", "raised-digit"],
  ["colour", "faint-text"],
];

/** Whether the nearest style that states the property makes letters unseen which the text itself does not. */
function isLost(
  name: StyledProperty,
  character: CharacterState,
  looks: readonly CharacterState[],
  colours: readonly (Rgb | null)[],
  ground: Rgb | null,
): boolean {
  if (character.stated.has(name)) return false;
  const stating = looks.find(({ stated }) => stated.has(name));
  if (stating === undefined || stating[name] === character[name]) return false;
  if (name !== "colour") return Boolean(stating[name]);
  const colour = colours[stating.colour] ?? null;
  return colour !== null && isFaintOnGround(colour, ground ?? white);
}

function keyOf(kind: Kind, number: number): string {
  return `${kind} ${number}`;
}
