import { afterEach, expect, test, vi } from "vitest";
import { sha256 } from "../src/sha256.ts";

afterEach(() => void vi.restoreAllMocks());

test("a browser's hash is the same as Node's own", async () => {
  const bytes = new TextEncoder().encode("青石市");
  const own = vi.spyOn(process, "getBuiltinModule");
  const hash = await sha256(bytes);
  expect(own).toHaveBeenCalledOnce();
  own.mockReturnValue(undefined as never);
  expect(await sha256(bytes)).toBe(hash);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
});
