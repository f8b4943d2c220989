import { isBuiltin } from "node:module";
import { Buffer } from "node:buffer";

/**
 * Makes CommonJS of chunks, because what loads ES modules takes Node a fifth of its own start, and is only loaded when
 * one is imported. Of those in `scripts` V8's code is kept as well: it gives away what it compiled of a script, all of
 * it, and under every release of Node (`src/cli/kept-code.ts`). Other chunks import them through modules that stay.
 * Whatever is imported late, `vendor.ts` finds in the files that are required.
 */
export function asCommonJs({ modules, scripts }) {
  return {
    name: "as-common-js",
    async generateBundle(_, files) {
      const chunks = Object.values(files).filter(({ name }) => [...modules, ...scripts].includes(name));
      const required = new Map(
        chunks.map(({ fileName }) => [`./${fileName}`, `./${fileName.replace(/\.mjs$/u, ".cjs")}`]),
      );
      const emit = (fileName, source) => this.emitFile({ type: "asset", fileName, source });
      emit("package.json", `{"type":"commonjs"}\n`);
      for (const chunk of chunks) {
        const { name, fileName, isEntry } = chunk;
        const made = await functionOf(chunk.code, this.parse(chunk.code), required);
        const scriptName = fileName.replace(/\.\w+$/u, ".utf16");
        const isScript = scripts.includes(name);
        if (isScript) emit(scriptName, Buffer.from(made.code, "utf16le"));
        const evaluated = `require("./kept-code.js").evaluated(require.resolve("./${scriptName}"))`;
        const whole = commonJs(made, isScript ? evaluated : made.code, required);
        if (!isEntry) emit(required.get(`./${fileName}`).slice(2), whole);
        chunk.code = isEntry ? whole : moduleOf(made.exported, required.get(`./${fileName}`));
      }
    },
  };
}

/** A chunk as a function of what a script has not: `require`, `import.meta` and `import()`. It returns the exports. */
async function functionOf(text, { body }, required) {
  const imports = body.filter(({ type }) => type === "ImportDeclaration");
  const exports = body.filter(({ type }) => type === "ExportNamedDeclaration");
  const rest = body.filter((it) => !imports.includes(it) && !exports.includes(it));
  const specifiers = exports.flatMap((it) => it.specifiers);
  const result = specifiers.map(({ local, exported }) => `${exported.name}:${local.name}`);
  return {
    hashbang: /^#!.*\n/u.exec(text)?.[0] ?? "",
    late: new Set(rest.flatMap(importsIn).flatMap(lateOf)),
    exported: specifiers.map(({ exported }) => exported.name),
    code: [
      `(function(require,importMeta,importLate){"use strict";`,
      ...(await Promise.all(imports.map((it) => requireOf(it, required)))),
      ...rest.map((it) => renamed(text, it)),
      `return{${result.join()}}})`,
    ].join("\n"),
  };
}

/** A statement with names for `import()` and `import.meta`; strings that hold these words stay as they are. */
function renamed(text, statement) {
  let [made, from] = ["", statement.start];
  for (const { type, start, end } of importsIn(statement)) {
    const isLate = type === "ImportExpression";
    made += text.slice(from, start) + (isLate ? "importLate" : "importMeta");
    from = isLate ? start + "import".length : end;
  }
  return made + text.slice(from, statement.end);
}

/** The `import()` and `import.meta` of a part of the syntax tree, in their order. */
function importsIn(node) {
  if (node === null || typeof node !== "object") return [];
  const isMeta = node.type === "MetaProperty" && node.meta.name === "import";
  const own = isMeta || node.type === "ImportExpression" ? [node] : [];
  return [...own, ...Object.values(node).flatMap(importsIn)];
}

/** What is imported late by a name that is written out. */
function lateOf({ source }) {
  if (source?.type === "TemplateLiteral" && source.expressions.length === 0)
    return [source.quasis[0].value.cooked];
  return typeof source?.value === "string" ? [source.value] : [];
}

/** What stands for an import. A function of Node's loads its module when it is first called. */
async function requireOf({ source: { value: from }, specifiers }, required) {
  const names = specifiers.map(({ imported, local }) => [imported?.name ?? "default", local.name]);
  if (required.has(from))
    return `const{${names.map((pair) => pair.join(":")).join()}}=require("${required.get(from)}");`;
  if (!isBuiltin(from)) throw new Error(`${from} cannot be required`);
  // Rolldown gives modules a `require` of their own.
  if (names.some(([name]) => name === "createRequire")) return "const createRequire=()=>require;";
  const module = await import(from);
  return names
    .map(([name, local]) => {
      const taken = `require("${from}")${name === "default" ? "" : `.${name}`}`;
      const isFunction = typeof module[name] === "function" && /^[a-z]/u.test(name) && name !== "default";
      return `const ${local}=${isFunction ? `(...given)=>${taken}(...given)` : taken};`;
    })
    .join("");
}

/** A file that is required, of a function. */
function commonJs({ hashbang, late }, code, required) {
  const importOf = (from) => {
    const file = isBuiltin(from) ? from : required.get(from);
    return file ? `Promise.resolve().then(()=>require("${file}"))` : `import("${from}")`;
  };
  return [
    `${hashbang}const late={${[...late].map((from) => `"${from}":()=>${importOf(from)}`).join()}};`,
    `const importLate=(from)=>late[from]?.()??import(from);`,
    `const importMeta={get url(){return require("node:url").pathToFileURL(__filename).href}};`,
    `module.exports=${code}(require,importMeta,importLate);\n`,
  ].join("\n");
}

/** The module that gives the exports of a required file to modules. */
function moduleOf(exported, file) {
  return [
    `import{createRequire}from"node:module";`,
    `const{${exported.map((name) => `${name}:_${name}`).join()}}=createRequire(import.meta.url)("${file}");`,
    `export{${exported.map((name) => `_${name} as ${name}`).join()}};`,
  ].join("\n");
}
