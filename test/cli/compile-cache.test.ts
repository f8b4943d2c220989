import { chmodSync, mkdirSync, mkdtempSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { privateFolder } from "../../src/cli/compile-cache.ts";

const home = (): string => mkdtempSync(join(tmpdir(), "gongkai-home-"));

describe.skipIf(process.platform === "win32")("the folder in which compiled code is kept", () => {
  it("is the user's own, and nobody else may write to it", () => {
    const HOME = home();
    expect(privateFolder({ HOME })).toBe(join(HOME, ".cache/gongkai"));
    expect(statSync(join(HOME, ".cache/gongkai")).mode & 0o777).toBe(0o700);
  });

  it("stands where XDG_CACHE_HOME says, if that is an absolute path", () => {
    const [HOME, XDG_CACHE_HOME] = [home(), home()];
    expect(privateFolder({ HOME, XDG_CACHE_HOME })).toBe(join(XDG_CACHE_HOME, "gongkai"));
    expect(privateFolder({ HOME, XDG_CACHE_HOME: "caches" })).toBe(join(HOME, ".cache/gongkai"));
  });

  it("is not used where others may write to it", () => {
    const XDG_CACHE_HOME = home();
    mkdirSync(join(XDG_CACHE_HOME, "gongkai"));
    chmodSync(join(XDG_CACHE_HOME, "gongkai"), 0o777);
    expect(privateFolder({ XDG_CACHE_HOME })).toBeNull();
  });

  it("is not used where it leads elsewhere, and not looked for without a home", () => {
    const XDG_CACHE_HOME = home();
    symlinkSync(home(), join(XDG_CACHE_HOME, "gongkai"));
    expect(privateFolder({ XDG_CACHE_HOME })).toBeNull();
    expect(privateFolder({})).toBeNull();
  });
});
