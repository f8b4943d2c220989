import { adapters } from "./adapters/index.ts";
import { installedReader } from "./adapters/scan/installed.ts";
import { converter } from "./converter.ts";

/** Reads every format, and scans where the package `gongkai-ocr` is installed. */
export const { convert, read } = converter({ adapters, lineReader: installedReader });
