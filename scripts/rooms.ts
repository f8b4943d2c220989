import { readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

// Draws a folder of the source as rooms and arrows: `npm run rooms [FOLDER…]`, by default the mapper and the code that
// reads PDF. A room is a subfolder, or the folder's own files together. An arrow is an import from one room into
// another; "up" marks arrows against the order of the floors, and a circle is a set of rooms that need each other.

const source = resolve(import.meta.dirname, "../src");

interface Arrow {
  readonly from: string;
  readonly to: string;
}

for (const folder of process.argv.length > 2
  ? process.argv.slice(2)
  : ["mapper", "adapters/pdf", "adapters/page"])
  print(folder);

function print(folder: string): void {
  const root = join(source, folder);
  const files = walk(root);
  const rooms = new Map<string, number>();
  for (const file of files) rooms.set(roomOf(root, file), (rooms.get(roomOf(root, file)) ?? 0) + 1);
  const arrows = new Map<string, Arrow>();
  for (const file of files)
    for (const target of importsOf(file)) {
      const [from, to] = [roomOf(root, file), roomOf(root, target)];
      if (target.startsWith(`${root}/`) && from !== to) arrows.set(`${from} → ${to}`, { from, to });
    }
  const all = [...arrows.values()];
  const floors = floorsOf([...rooms.keys()], all);
  console.log(`## ${folder}: ${rooms.size} rooms, ${files.length} files, ${arrows.size} arrows\n`);
  console.log("| floor | room | files | needs |\n| --: | --- | --: | --- |");
  for (const [room, count] of [...rooms].sort(
    ([a], [b]) => floors.get(a)! - floors.get(b)! || (a < b ? -1 : 1),
  ))
    console.log(
      `| ${floors.get(room)} | \`${room}\` | ${count} | ${all.flatMap(({ from, to }) => (from === room ? [`\`${to}\``] : [])).join(", ")} |`,
    );
  const circles = [...rooms.keys()].filter((room) => reaches(room, room, all));
  console.log(`\nCircles: ${circles.length === 0 ? "none" : circles.join(", ")}\n`);
}

/** The floor of each room: one above the highest room that it needs; rooms of one circle stand on one floor. */
function floorsOf(rooms: readonly string[], arrows: readonly Arrow[]): ReadonlyMap<string, number> {
  const floors = new Map(rooms.map((room) => [room, 0]));
  for (let round = 0; round < rooms.length; round++)
    for (const { from, to } of arrows)
      if (!reaches(to, from, arrows)) floors.set(from, Math.max(floors.get(from)!, floors.get(to)! + 1));
  return floors;
}

function reaches(from: string, to: string, arrows: readonly Arrow[], seen = new Set<string>()): boolean {
  return arrows.some(
    (arrow) =>
      arrow.from === from &&
      (arrow.to === to || (!seen.has(arrow.to) && reaches(arrow.to, to, arrows, seen.add(arrow.to)))),
  );
}

function roomOf(root: string, file: string): string {
  const parts = relative(root, file).split("/");
  return parts.length > 1 ? parts[0]! : ".";
}

/** Imports of values and of types alike, because whoever reads the code needs both. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g)].map(([, target]) =>
    resolve(dirname(file), target!),
  );
}

function walk(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? walk(path) : path.endsWith(".ts") ? [path] : [];
    });
}
