#!/usr/bin/env node
import { optimizeLate } from "../batch/run/late-optimizing.ts";
import { keepCompiled } from "./compile-cache.ts";
import { run } from "./program.ts";

keepCompiled(process.env);
optimizeLate();

// A reader that stops early (`| head`) has got what it wanted, so this is no error.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });

// The code is set instead of calling `process.exit`, which would cut off output still on its way to a pipe.
process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  out: (data) => new Promise((taken) => process.stdout.write(data, () => taken())),
  err: (text) => void process.stderr.write(text),
  terminal: process.stderr.isTTY,
  columns: process.stdout.isTTY ? process.stdout.columns : null,
  environment: { ...(process.platform === "win32" ? { LANG: systemLocale() } : {}), ...process.env },
});

/**
 * The system's locale is asked for on Windows only, which sets none of the variables that name it; elsewhere they are
 * enough, and asking takes 20 ms.
 */
function systemLocale(): string {
  return Intl.DateTimeFormat().resolvedOptions().locale;
}
