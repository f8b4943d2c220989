import { rmSync } from "node:fs";
import { compiledFolder } from "./compiled.ts";

/** Removes at the end of a run what its tests compiled. */
export default function setup(): () => void {
  return () => rmSync(compiledFolder(process.pid), { recursive: true, force: true });
}
