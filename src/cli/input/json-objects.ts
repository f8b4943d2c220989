/**
 * The objects of a JSON file, one at a time, whether the file holds one object, a list of them or one a line: the
 * shapes that `convert` writes. Throws a SyntaxError where the text ends inside an object, and a RangeError where an
 * object is longer than `maximum` characters.
 */
// eslint-disable-next-line sonarjs/cognitive-complexity -- one scan that goes on across chunks: strings, escapes and brackets are told apart in a single loop
export async function* jsonObjects(chunks: AsyncIterable<string>, maximum: number): AsyncGenerator<string> {
  let held = "";
  let depth = 0;
  let inString = false;
  let escaped = false;
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const character = chunk.charCodeAt(at);
      if (inString) {
        if (escaped) escaped = false;
        else if (character === backslash) escaped = true;
        else if (character === quote) inString = false;
      } else if (character === quote) inString = true;
      else if (character === openBrace || (character === openBracket && depth > 0)) {
        if (depth === 0) from = at;
        depth += 1;
      } else if ((character === closeBrace || character === closeBracket) && depth > 0) {
        depth -= 1;
        if (depth > 0) continue;
        yield held + chunk.slice(from, at + 1);
        held = "";
      }
    }
    if (depth > 0) held += chunk.slice(from);
    if (held.length > maximum) throw new RangeError("too-large");
  }
  if (depth > 0) throw new SyntaxError("truncated");
}

const quote = 0x22;
const backslash = 0x5c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;
