/** The part of `node:crypto` that is used here. */
interface NodeCrypto {
  readonly createHash: (algorithm: "sha256") => Hash;
}

interface Hash {
  readonly update: (bytes: Uint8Array) => Hash;
  readonly digest: (encoding: "hex") => string;
}

/**
 * In hexadecimal digits. Node's own function is taken where there is one: the one that browsers have goes through
 * another thread, which takes five times as long as hashing a report.
 */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const { process: node } = globalThis as {
    process?: { getBuiltinModule?: (id: string) => NodeCrypto | undefined };
  };
  const own = node?.getBuiltinModule?.("node:crypto");
  if (own) return own.createHash("sha256").update(bytes).digest("hex");
  const digest = await globalThis.crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
