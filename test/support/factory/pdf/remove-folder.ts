import { rm } from "node:fs/promises";

/**
 * Removes a program's temporary folder. Its children may outlive it by a moment and go on writing there on a busy machine:
 * what they leave behind is no failure of a test.
 */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 10 }).catch(() => undefined);
}
