import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { removeFolder } from "./remove-folder.ts";

/**
 * Prints pages with one headless browser, over the DevTools pipe: starting one takes ten times as long as a page.
 * `settings` are further ones of the browser's own `Page.printToPDF`.
 */
export async function printWithChromium(
  program: string,
  pages: readonly string[],
  settings: object = {},
): Promise<Uint8Array[]> {
  const profile = mkdtempSync(join(tmpdir(), "gongkai-chromium-"));
  // The sandbox cannot start as root; the browser shows nothing but pages written here.
  const flags = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--remote-debugging-pipe",
    `--user-data-dir=${profile}`,
  ];
  const browser = spawn(program, flags, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
  const gone = new Promise<void>((resolve) => browser.once("exit", () => resolve()));
  try {
    const call = devTools(browser);
    const { targetId } = await call("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await call("Target.attachToTarget", { targetId, flatten: true });
    const { frameTree } = await call("Page.getFrameTree", {}, sessionId as string);
    const { frame } = frameTree as { frame: { id: string } };
    const printed: Uint8Array[] = [];
    for (const html of pages) {
      await call("Page.setDocumentContent", { frameId: frame.id, html }, sessionId as string);
      const { data } = await call(
        "Page.printToPDF",
        { preferCSSPageSize: true, printBackground: true, ...settings },
        sessionId as string,
      );
      printed.push(Buffer.from(data as string, "base64"));
    }
    return printed;
  } finally {
    browser.kill();
    await gone;
    await removeFolder(profile);
  }
}

type Answer = Readonly<Record<string, unknown>>;

/** JSON messages that end in NUL, requests on descriptor 3, answers on 4. */
function devTools(
  browser: ChildProcess,
): (method: string, params: object, sessionId?: string) => Promise<Answer> {
  const [requests, answers] = [browser.stdio[3] as Writable, browser.stdio[4] as Readable];
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  let buffered: Buffer = Buffer.alloc(0);
  answers.on("data", (chunk: Buffer) => {
    buffered = Buffer.concat([buffered, chunk]);
    for (let end = buffered.indexOf(0); end >= 0; end = buffered.indexOf(0)) {
      const message = JSON.parse(buffered.subarray(0, end).toString("utf-8")) as {
        id?: number;
        result?: Answer;
        error?: { message: string };
      };
      buffered = buffered.subarray(end + 1);
      const caller = waiting.get(message.id ?? -1);
      if (message.error) caller?.reject(new Error(message.error.message));
      else caller?.resolve(message.result ?? {});
    }
  });
  browser.once("exit", (code) =>
    waiting.forEach(({ reject }) => reject(new Error(`browser ended with ${code}`))),
  );
  let id = 0;
  return (method, params, sessionId) =>
    new Promise((resolve, reject) => {
      id += 1;
      waiting.set(id, { resolve, reject });
      requests.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
    });
}
