import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { templates } from "../src/templates/index.ts";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const source = join(root, "src");

interface Import {
  readonly file: string;
  readonly from: string;
  readonly target: string;
}

const files = walk(source);
const imports = files.flatMap(importsOf);

/** Folders of the core and what each may import besides itself. Siblings never import each other. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  model: [],
  arithmetic: ["model"],
  printed: ["model"],
  record: ["model"],
  // Its words name cells by the labels of their forms; a form knows nothing of findings.
  findings: ["model", "arithmetic", "templates"],
  adapters: ["model", "printed", "findings"],
  tables: ["model", "printed"],
  templates: ["model", "arithmetic", "printed"],
  mapper: ["model", "arithmetic", "printed", "findings"],
  checks: ["model", "arithmetic", "printed", "record", "findings"],
  corrections: ["model", "arithmetic", "record", "checks", "findings"],
  writers: ["model", "arithmetic", "printed", "record", "findings"],
  panel: ["model", "arithmetic", "printed", "record", "places", "findings"],
  places: [],
  review: ["model"],
};

/** Folders built as rooms: a room is a subfolder, or the folder's own files together, and none needs itself. */
const HOUSES: readonly string[] = [
  "mapper",
  "adapters/pdf",
  "adapters/page",
  "adapters/docx",
  "adapters/html",
  "adapters/doc",
  "adapters/ofd",
  "adapters/scan",
  "adapters/sheet",
  "adapters/word",
  "adapters/xlsx",
  "batch",
  "cli",
  "page",
  "writers",
];

/** Folders whose subfolders are rooms, and say in a few lines what they do and what they may not know. */
const EXPLAINED: readonly string[] = [
  ...HOUSES,
  "mapper/match",
  "mapper/prose",
  "mapper/read",
  "mapper/rows",
];

/** Third-party packages, and the one place each may be imported in. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  saxes: /^adapters\/(?:package\/|ofd\/|docx\/flat-archive)/,
  fflate: /^(?:adapters|writers)\//,
  "fast-xml-parser": /^adapters\/package\//,
  "@e965/xlsx": /^adapters\/xls\//,
  numfmt: /^adapters\/sheet\//,
  zod: /^templates\//,
  parse5: /^adapters\/html\//,
  "css-select": /^adapters\/html\/style\//,
  "css-tree": /^adapters\/html\/style\//,
  colord: /^adapters\/html\/style\//,
  "@embedpdf/pdfium": /^adapters\/pdf\//,
  "pdfjs-dist": /^(?:adapters\/pdf|page)\//,
  yaml: /^templates\//,
  commander: /^cli\//,
  preact: /^page\//,
  mammoth: /^page\//,
  hyparquet: /^batch\//,
  "@hpcc-js/wasm-zstd": /^batch\/outputs\//,
  fzstd: /^batch\/dataset\//,
  "hyparquet-writer": /^writers\//,
  "write-excel-file": /^writers\//,
  "@duckdb/node-api": /^writers\//,
};

/** Files whose exports stand in place of others under the same name: stubs of a small bundle, and what is loaded when first asked for. */
const STAND_INS: ReadonlySet<string> = new Set(["page/without-pdf.ts", "adapters/pages.ts"]);

const NODE_ONLY = /^(?:cli|batch|golden|panel)\//;

describe("architecture", () => {
  it("arrows point one way", () => {
    const wrong = imports.flatMap(({ file, from, target }) => {
      const allowed = ARROWS[from];
      const to = target.startsWith(".")
        ? folderOf(relative(source, resolve(dirname(join(source, file)), target)))
        : null;
      return allowed && to !== null && to !== from && !allowed.includes(to) ? [`${file} → ${target}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  it("no file needs itself, types aside", () => {
    const needs = new Map(files.map((file) => [file, needed(file)]));
    const below = (file: string, seen = new Set<string>()): ReadonlySet<string> => {
      for (const next of needs.get(file) ?? []) if (!seen.has(next)) below(next, seen.add(next));
      return seen;
    };
    expect(files.filter((file) => below(file).has(file))).toEqual([]);
  });

  it.each(HOUSES)("no room of %s needs itself, types included", (house) => {
    const needs = roomsOf(house);
    const below = (room: string, seen = new Set<string>()): ReadonlySet<string> => {
      for (const next of needs.get(room) ?? []) if (!seen.has(next)) below(next, seen.add(next));
      return seen;
    };
    expect(needs.size).toBeGreaterThan(2);
    expect([...needs.keys()].filter((room) => below(room).has(room))).toEqual([]);
  });

  it.each(EXPLAINED)("each room of %s says in its README what it may not know", (house) => {
    const rooms = readdirSync(join(source, house)).filter((name) =>
      statSync(join(source, house, name)).isDirectory(),
    );
    expect(rooms.length).toBeGreaterThan(1);
    const silent = rooms.filter((room) => {
      const path = join(source, house, room, "README.md");
      return !existsSync(path) || !/may\s+not/.test(readFileSync(path, "utf8"));
    });
    expect(silent).toEqual([]);
  });

  it("the core has no node:* and no Buffer or process", () => {
    const core = files.filter((file) => !NODE_ONLY.test(file));
    const wrong = core.filter((file) =>
      /from "node:|import\("node:|\bBuffer\.|\bprocess\.(?!.*engine)/.test(code(file)),
    );
    expect(wrong).toEqual([]);
  });

  it("each third-party package is imported in its one place", () => {
    const wrong = imports.flatMap(({ file, target }) => {
      if (target.startsWith(".") || target.startsWith("node:")) return [];
      const name = target
        .split("/")
        .slice(0, target.startsWith("@") ? 2 : 1)
        .join("/");
      return PACKAGES[name]?.test(file) ? [] : [`${file} → ${target}`];
    });
    expect(wrong).toEqual([]);
  });

  it("the mapper knows no family: neither its name nor a title of its tables stands in its code", () => {
    const names = templates.flatMap(({ id, name, tables }) => [
      id,
      name,
      ...tables.map(({ title }) => title),
    ]);
    const wrong = files
      .filter((file) => file.startsWith("mapper/"))
      .flatMap((file) =>
        [...code(file).matchAll(/(["'`])((?:(?!\1)[^\\\n]){2,60})\1/gu)]
          .filter(([, , literal]) => names.includes(literal!))
          .map(([, , literal]) => `${file}: ${literal}`),
      );
    expect(wrong).toEqual([]);
  });

  it("no reader, table or mapper learns from a finding what another stage knows", () => {
    const wrong = files
      .filter((file) => /^(?:adapters|tables|mapper)\//.test(file))
      .filter((file) =>
        /\b(?:diagnostic|finding|outcome)\??\.rule\b|\bseverity [!=]== "error"/.test(code(file)),
      );
    expect(wrong).toEqual([]);
  });

  it("no name is exported with two meanings", () => {
    const places = new Map<string, Set<string>>();
    for (const file of files.filter((one) => !STAND_INS.has(one)))
      for (const name of declaredExports(file)) places.set(name, (places.get(name) ?? new Set()).add(file));
    const twice = [...places].filter(([, where]) => where.size > 1);
    expect(places.size).toBeGreaterThan(1000);
    expect(twice.map(([name, where]) => `${name}: ${[...where].join(", ")}`)).toEqual([]);
  });

  it.each(["ARCHITECTURE.md", "CONTRIBUTING.md"])("%s names files and folders that are there", (page) => {
    const made = new Set(["docs/api"]);
    const named = readFileSync(join(root, page), "utf8").matchAll(
      /(?<![\w./-])(?:src|test|scripts|bench|docs|packages)\/[\w./-]*\w/g,
    );
    const paths = [...new Set([...named].map(([path]) => path))].filter((path) => !made.has(path));
    expect(paths.length).toBeGreaterThan(5);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it("no file outgrows what one person can hold in mind (300 lines; data lists excepted)", () => {
    const data =
      /^findings\/rules\/|words\.ts$|wording\.ts$|^templates\/|^places\/divisions\.ts$|differences\.ts$|^adapters\/page\/sheet\/radicals\.ts$/;
    const long = files.filter((file) => !data.test(file) && code(file).split("\n").length > 300);
    expect(long).toEqual([]);
  });

  it("the repository names no machine, host or way of making", () => {
    const tracked = [
      ...files.map((file) => join("src", file)),
      "README.md",
      "README.zh-CN.md",
      "ARCHITECTURE.md",
      "CHANGELOG.md",
    ];
    const wrong = tracked.filter((file) =>
      /\/work\/|\/tmp\/|registry\.npmjs|localhost:\d|\bTODO\b|\bFIXME\b/.test(
        readFileSync(join(root, file), "utf8"),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

function walk(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) return walk(path);
      return /\.tsx?$/.test(path) ? [relative(source, path)] : [];
    });
}

function code(file: string): string {
  return readFileSync(join(source, file), "utf8");
}

function importsOf(file: string): Import[] {
  const found = [
    ...code(file).matchAll(
      /(?:^|\n)(?:import|export)[^"'`;]*?from\s+"([^"]+)"|import\(\s*"([^"]+)"\s*\)|(?:^|\n)import\s+"([^"]+)"/g,
    ),
  ];
  return found.map((match) => ({ file, from: folderOf(file), target: (match[1] ?? match[2] ?? match[3])! }));
}

/** The names a file declares and exports; overloads of one function are one name. */
function declaredExports(file: string): string[] {
  const found = code(file).matchAll(
    /(?:^|\n)export (?:declare )?(?:async )?(?:function\*?|const|let|interface|type|class) (\w+)/g,
  );
  return [...found].map(([, name]) => name!);
}

/** Each room of a folder with the others it imports from. */
function roomsOf(house: string): ReadonlyMap<string, ReadonlySet<string>> {
  const roomOf = (file: string): string => {
    const [room, ...rest] = relative(house, file).split("/");
    return rest.length > 0 ? room! : ".";
  };
  const needs = new Map<string, Set<string>>();
  for (const { file, target } of imports) {
    if (!file.startsWith(`${house}/`)) continue;
    const room = roomOf(file);
    if (!needs.has(room)) needs.set(room, new Set());
    const to = relative(source, resolve(dirname(join(source, file)), target));
    const isInside = target.startsWith(".") && to.startsWith(`${house}/`);
    if (isInside && roomOf(to) !== room) needs.get(room)!.add(roomOf(to));
  }
  return needs;
}

/** Files that must be loaded before this one. */
function needed(file: string): string[] {
  const found = [...code(file).matchAll(/(?:^|\n)(?:import|export)(?! type)[^"'`;]*?from\s+"(\.[^"]+)"/g)];
  return found.map(([, target]) => relative(source, resolve(dirname(join(source, file)), target!)));
}

function folderOf(file: string): string {
  return file.includes("/") ? file.split("/")[0]! : "";
}
