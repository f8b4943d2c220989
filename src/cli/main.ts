#!/usr/bin/env node
import { keepCompiled } from "./compile-cache.ts";
import { run } from "./program.ts";

keepCompiled();

// A reader that stops early (`| head`) has what it wanted.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });

// Set, not called: `process.exit` would cut off what is still on its way to a pipe.
process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  out: (text) => new Promise((taken) => process.stdout.write(text, () => taken())),
  err: (text) => void process.stderr.write(text),
  terminal: process.stderr.isTTY,
  columns: process.stdout.isTTY ? process.stdout.columns : null,
  environment: { ...(process.platform === "win32" ? { LANG: systemLocale() } : {}), ...process.env },
});

/** Windows sets none of the variables that name a locale; elsewhere they say it, and to ask the system takes 20 ms. */
function systemLocale(): string {
  return Intl.DateTimeFormat().resolvedOptions().locale;
}
