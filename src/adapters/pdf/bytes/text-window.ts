const latin1 = new TextDecoder("latin1");
const WINDOW = 4096;

/** Part of the file as text: byte `at` is the character at `offset`. */
export interface TextWindow {
  readonly text: string;
  readonly offset: number;
}

/**
 * Bytes as text, one window at a time: most of a file is streams whose bytes nobody looks at, and the rest may be
 * thousands of objects of a few words. The window reaches at least `least` characters from `at` on, or to the end of
 * the file.
 */
export function textWindows(bytes: Uint8Array): (at: number, least: number) => TextWindow {
  let from = 0;
  let text = "";
  return (at, least) => {
    const end = from + text.length;
    if (at < from || (at + least > end && end < bytes.length)) {
      from = at;
      text = latin1.decode(bytes.subarray(at, at + Math.max(WINDOW, least)));
    }
    return { text, offset: at - from };
  };
}
