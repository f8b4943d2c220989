import { rmSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, describe, expect, test } from "vitest";
import { Refused, readMember, readMembers } from "../../../src/batch/store/archive.ts";
import { folder } from "../support.ts";

const root = folder();
afterAll(() => rmSync(root, { recursive: true }));

/** Every entry as `name: content`, or why not. */
async function listing(archive: Uint8Array): Promise<string[]> {
  const path = join(root, "a.zip");
  writeFileSync(path, archive);
  const file = await open(path);
  const said: string[] = [];
  const refused = (name: string, error: unknown): void => {
    if (!(error instanceof Refused)) throw error;
    said.push(`${name}: ${error.failure.status}, ${error.failure.detail}`);
  };
  try {
    for await (const member of readMembers(file)) {
      const pieces: Uint8Array[] = [];
      await readMember(file, member, (piece) => void pieces.push(piece.slice())).then(
        () => said.push(`${member.name}: ${Buffer.concat(pieces).toString().slice(0, 20)}`),
        (error: unknown) => refused(member.name, error),
      );
    }
  } catch (error) {
    refused("archive", error);
  } finally {
    await file.close();
  }
  return said;
}

const two = (): Uint8Array => zipSync({ "a.txt": strToU8("甲"), "b/c.txt": [strToU8("乙"), { level: 0 }] });
const at = (archive: Uint8Array, signature: number): number => {
  const view = new DataView(archive.buffer, archive.byteOffset);
  for (let offset = 0; ; offset++) if (view.getUint32(offset, true) === signature) return offset;
};
const entry = 0x02014b50;

test("packed and stored entries", async () =>
  expect(await listing(two())).toEqual(["a.txt: 甲", "b/c.txt: 乙"]));

test("a comment that holds what looks like an end record", async () => {
  const archive = two();
  const fake = Buffer.alloc(22);
  fake.write("PK\x05\x06", "latin1");
  const commented = Buffer.concat([archive, fake]);
  commented.writeUInt16LE(fake.length, archive.length - 2);
  expect(await listing(commented)).toEqual(["a.txt: 甲", "b/c.txt: 乙"]);
  commented.writeUInt32LE(7, commented.length - 6);
  expect(await listing(commented)).toEqual(["a.txt: 甲", "b/c.txt: 乙"]);
});

test("names in GBK", async () => {
  const archive = zipSync({ "xxxx.txt": strToU8("1") });
  for (const offset of [30, at(archive, entry) + 46]) archive.set([0xb1, 0xa8, 0xb8, 0xe6], offset);
  expect(await listing(archive)).toEqual(["报告.txt: 1"]);
});

test("a directory that counts fewer entries than it has, as over 65,535 of them do without ZIP64", async () => {
  const archive = Buffer.from(two());
  const end = at(archive, 0x06054b50);
  for (const offset of [8, 10]) archive.writeUInt16LE(1, end + offset);
  expect(await listing(archive)).toEqual(["a.txt: 甲", "b/c.txt: 乙"]);
});

test("more entries than a ZIP without ZIP64 can count", async () => {
  const archive = Buffer.from(zipSync({ "a.txt": strToU8("1") }));
  const end = at(archive, 0x06054b50);
  const large = Buffer.alloc(76);
  large.writeUInt32LE(0x06064b50, 0);
  large.writeBigUInt64LE(1n, 32);
  large.writeBigUInt64LE(BigInt(archive.readUInt32LE(end + 12)), 40);
  large.writeBigUInt64LE(BigInt(archive.readUInt32LE(end + 16)), 48);
  large.writeUInt32LE(0x07064b50, 56);
  large.writeBigUInt64LE(BigInt(end), 64);
  const tail = archive.subarray(end);
  tail.fill(0xff, 8, 20);
  expect(await listing(Buffer.concat([archive.subarray(0, end), large, tail]))).toEqual(["a.txt: 1"]);
});

test("100,000 members: each is listed once", async () => {
  const names = Array.from({ length: 100_000 }, (_, index) => `${index}.txt`);
  const heads = names.map((name, index) => {
    const head = Buffer.alloc(46 + name.length);
    head.writeUInt32LE(entry, 0);
    head.writeUInt16LE(name.length, 28);
    head.writeUInt32LE(index % 30, 42);
    head.write(name, 46, "latin1");
    return head;
  });
  // Without ZIP64 the end record counts 34,464 of them.
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length % 65_536, 10);
  end.writeUInt32LE(30, 16);
  const path = join(root, "many.zip");
  writeFileSync(path, Buffer.concat([Buffer.alloc(30), ...heads, end]));
  const file = await open(path);
  const listed: string[] = [];
  for await (const { name } of readMembers(file)) listed.push(name);
  await file.close();
  expect(listed).toEqual(names);
});

describe("hostile archives", () => {
  const changed = (change: (view: DataView, entryAt: number) => void): Uint8Array => {
    const archive = two();
    change(new DataView(archive.buffer), at(archive, entry));
    return archive;
  };

  test.each<[string, Uint8Array, string]>([
    [
      "an encrypted entry",
      changed((view, it) => view.setUint16(it + 8, 1, true)),
      "a.txt: encrypted, encrypted archive entry",
    ],
    [
      "a size that lies",
      changed((view, it) => view.setUint32(it + 24, 2, true)),
      "a.txt: damaged, archive entry larger than it says",
    ],
    [
      "a longer size",
      changed((view, it) => view.setUint32(it + 24, 9, true)),
      "a.txt: truncated, archive entry shorter than it says",
    ],
    [
      "a wrong checksum",
      changed((view, it) => view.setUint32(it + 16, 9, true)),
      "a.txt: damaged, archive entry checksum",
    ],
    [
      "an unknown method",
      changed((view, it) => view.setUint16(it + 10, 14, true)),
      "a.txt: unsupported, archive compression method",
    ],
    [
      "data outside",
      changed((view, it) => view.setUint32(it + 20, 9999, true)),
      "archive: damaged, archive entries overlap or lie outside",
    ],
    [
      "a broken entry header",
      changed((view, it) => view.setUint32(it + 42, 7, true)),
      "a.txt: damaged, archive entry header",
    ],
    ["no directory", two().subarray(0, 60), "archive: truncated, archive without a directory"],
    [
      "something else in the directory",
      changed((view) => view.setUint32(at(two(), entry), 7, true)),
      "archive: damaged, archive directory",
    ],
  ])("%s", async (_, archive, expected) => expect(await listing(archive)).toContain(expected));
});
