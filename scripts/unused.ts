import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "esbuild";

/**
 * Parts of packages that bundlers cannot leave out and nobody asks for here. fast-xml-parser is given small parts that
 * declare no document type, leaves their entities and numbers as they are written, keeps their order and is to stop at no
 * element (`package/small-part.ts`); css-select is given trees and never writes one; nobody asks parse5 for the errors of
 * a page.
 */
const unused: Readonly<Record<string, string>> = {
  "is-unsafe": "export const HTML = [], XML = []; export const isUnsafe = () => true;",
  "./DocTypeReader.js":
    'export default class { setXmlVersion() {} readDocType() { throw new Error("a document type declaration"); } }',
  "@nodable/entities":
    "export const XML = {}, CURRENCY = {}, COMMON_HTML = {}, ENTITY_ACTION = {}; " +
    "export class EntityDecoder { reset() {} setXmlVersion() {} addInputEntities() {} decode(text) { return text; } }",
  "./node2json.js": "export default (tree) => tree;",
  // Where the parser stands is asked for elements to stop at, and by callbacks.
  "./Matcher.js":
    'export class MatcherView {} export default class { reset() {} push() {} pop() {} updateCurrent() {} getCurrentTag() { return ""; } ' +
    'readOnly() { return this; } toString() { return ""; } matchesAny() { return false; } }',
  "./Expression.js": 'export default class { constructor() { throw new Error("an expression"); } }',
  "./ExpressionSet.js": "export default class { size = 0; seal() {} }",
  strnum: "export default (text) => text;",
  "dom-serializer": 'export default () => "";',
  "../common/error-codes.js": "export const ERR = {};",
  "./common/error-codes.js": "export const ERR = {};",
};

/** The languages in which a number may be shown: those of `src/adapters/sheet/shown/number-format.ts`. */
const SHOWN = /^(?:en|zh)\b/u;
/** A call of numfmt that adds a language, up to its tag. */
const LANGUAGE = /^\taddLocale\([^]*?, "([\w-]+)"\);\n/gmu;

/**
 * Leaves these parts out of a bundle, and of numfmt all languages but two. Its manifest names only the file for
 * `require`, of which nothing can be left out; the module stands beside it.
 */
export function withoutUnused(): Plugin {
  const numfmt = fileURLToPath(new URL("../node_modules/numfmt/dist/index.mjs", import.meta.url));
  return {
    name: "without-unused",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^numfmt$/ }, () => ({ path: numfmt, sideEffects: false }));
      onLoad({ filter: /numfmt.dist.index\.mjs$/ }, ({ path }) => {
        const text = readFileSync(path, "utf8");
        const contents = text.replace(LANGUAGE, (call, tag: string) => (SHOWN.test(tag) ? call : ""));
        if (contents === text) throw new Error("numfmt adds its languages in another way");
        return { contents, loader: "js" };
      });
      onResolve({ filter: new RegExp(`^(?:${Object.keys(unused).join("|")})$`) }, ({ path }) => ({
        path,
        namespace: "unused",
      }));
      onLoad({ filter: /.*/, namespace: "unused" }, ({ path }) => ({ contents: unused[path]! }));
    },
  };
}
