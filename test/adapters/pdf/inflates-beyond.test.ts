import { expect, it } from "vitest";
import { inflatesBeyond } from "../../../src/adapters/pdf/bytes/streams.ts";
import type { PdfStream } from "../../../src/adapters/pdf/bytes/streams.ts";

/** Streams given as `most→size`, and which of them were inflated to learn whether more than `limit` bytes come out. */
function asked(streams: string, limit: number): string {
  const inflated: string[] = [];
  const all = streams.split(" ").map((name): PdfStream => {
    const [most, size] = name.split("→").map(Number) as [number, number];
    const inflate = () => {
      inflated.push(name);
      return { size, intact: true };
    };
    return { layers: 1, most, inflate, endsWith: () => false };
  });
  const verdict = inflatesBeyond(all, limit) ? "beyond" : "within";
  return [verdict, ...inflated].join(" ");
}

it.each([
  ["60→2 30→3", 100, "within"],
  ["60→2 30→3 25→1", 100, "within 25→1"],
  ["60→2 30→3 25→1", 80, "within 60→2"],
  ["60→2 30→3 25→1", 50, "within 60→2 25→1"],
  // The smaller stream was not enough after all.
  ["60→2 30→3 25→25", 110, "within 25→25 60→2"],
  ["60→55 30→30 25→25", 100, "beyond 25→25 60→55 30→30"],
])("%s within %i: %s", (streams, limit, expected) => expect(asked(streams, limit)).toBe(expected));
