#!/usr/bin/env node
import { optimizeLate } from "../batch/run/late-optimizing.ts";
import { keepCompiled } from "./compile-cache.ts";
import { version } from "./version.ts";

const asked = process.argv.slice(2);
if (asked[0] === "--version" || asked[0] === "-V") process.stdout.write(version() + "\n");
else void start();

/** Node takes a while to make a stream, so only those are made that are used. */
async function start(): Promise<void> {
  keepCompiled(process.env);
  const { isTTY, columns } = process.stdout;
  await loadNodesOwn();
  const { isatty } = await import("node:tty");
  optimizeLate();
  const { run } = await import("./program.ts");
  // The code is set instead of calling `process.exit`, which would cut off output still on its way to a pipe.
  process.exitCode = await run(asked, {
    get stdin() {
      return process.stdin;
    },
    out: (data) => new Promise((taken) => toReader(process.stdout).write(data, () => taken())),
    err: (text) => void toReader(process.stderr).write(text),
    terminal: isatty(2),
    columns: isTTY ? columns : null,
    environment: { ...(process.platform === "win32" ? { LANG: systemLocale() } : {}), ...process.env },
  });
}

/**
 * Loads those modules of Node that a conversion needs, before a flag of V8 is set: Node brings their compiled code along,
 * and V8 takes it only under the flags that it was made with. To compile them takes half as long as all of Node's start.
 */
async function loadNodesOwn(): Promise<void> {
  await Promise.all([
    import("node:crypto"),
    import("node:os"),
    import("node:tty"),
    import("node:vm"),
    import("node:zlib"),
  ]);
}

/** A reader that stops early (`| head`) has got what it wanted, so this is no error. */
function toReader(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  if (stream.listenerCount("error") > 0) return stream;
  return stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
}

/**
 * The system's locale is asked for on Windows only, which sets none of the variables that name it; elsewhere they are
 * enough, and asking takes 20 ms.
 */
function systemLocale(): string {
  return Intl.DateTimeFormat().resolvedOptions().locale;
}
