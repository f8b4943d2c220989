/**
 * Makes a script of a chunk, and of the chunk's module one that evaluates the script: V8 gives away what it compiled of
 * a script, all of it, and under every release of Node (`src/cli/kept-code.ts`). The script is a function of what a
 * script has not: `import.meta`, `import()` and what the module imports. Whatever is imported stays in the module, where
 * `vendor.ts` looks for it.
 */
export function asScript(chunkName) {
  return {
    name: "as-script",
    generateBundle(_, files) {
      const chunk = Object.values(files).find(({ name }) => name === chunkName);
      const { body } = this.parse(chunk.code);
      const ofType = (wanted) => body.filter(({ type }) => type === wanted);
      const text = ({ start, end }) => chunk.code.slice(start, end);
      const imports = ofType("ImportDeclaration");
      const exports = ofType("ExportNamedDeclaration");
      const given = imports.flatMap(({ specifiers }) => specifiers.map(({ local }) => local.name));
      const named = exports.flatMap(({ specifiers }) => specifiers);
      const code = body
        .filter((it) => !imports.includes(it) && !exports.includes(it))
        .map(text)
        .join("\n");
      const late = new Set([...code.matchAll(/\bimport\(([`"][^`"]*[`"])\)/gu)].map(([, from]) => from));
      const script = code
        .replaceAll(/\bimport\(/gu, "importLate(")
        .replaceAll(/\bimport\.meta\b/gu, "importMeta");
      const fileName = chunk.fileName.replace(/\.js$/u, ".cjs");
      this.emitFile({
        type: "asset",
        fileName,
        source: [
          `(function(importMeta,importLate,${given.join()}){"use strict";`,
          script,
          `return{${named.map(({ local, exported }) => `${exported.name}:${local.name}`).join()}}})`,
        ].join("\n"),
      });
      chunk.code = [
        ...imports.map(text),
        `import{evaluated}from"./kept-code.js";`,
        `const late={${[...late].map((from) => `[${from}]:()=>import(${from})`).join()}};`,
        `const importLate=(from)=>late[from]?.()??import(from);`,
        `const script=evaluated(new URL("./${fileName}",import.meta.url).href);`,
        `const{${named.map(({ exported: { name } }) => `${name}:_${name}`).join()}}`,
        `=script(import.meta,importLate,${given.join()});`,
        `export{${named.map(({ exported: { name } }) => `_${name} as ${name}`).join()}};`,
      ].join("\n");
    },
  };
}
