import { sep } from "node:path";

/**
 * A path as the system has it: text if its bytes are UTF-8, otherwise the bytes in hexadecimal. Names in archives that
 * were unpacked from Windows are GBK, and a text decoded from them would open no file.
 */
export type FilePath = string | { readonly hex: string };

/** The path in a form that Node's file functions take. */
export function openable(path: FilePath): string | Buffer {
  return typeof path === "string" ? path : Buffer.from(path.hex, "hex");
}

/** The path of a folder's entry, from the bytes of its name. */
export function below(folder: FilePath, name: Buffer): FilePath {
  const bytes = Buffer.concat([Buffer.from(openable(folder) as string), Buffer.from(sep), name]);
  const text = bytes.toString("utf8");
  return Buffer.from(text).equals(bytes) ? text : { hex: bytes.toString("hex") };
}

export function forwardSlashes(path: string): string {
  return path.split(sep).join("/");
}
