import { unzipSync, zipSync } from "fflate";
import { expect, it } from "vitest";
import { ofd } from "../../../src/adapters/ofd/index.ts";
import { defaultLimits } from "../../../src/index.ts";
import { drawReport, layOut, plain, renderOfd, seeded } from "../../support/factory/index.ts";

const original = renderOfd(layOut(drawReport(31, { ...plain, year: 2023, scale: "town" })), "blocks");
const parts = unzipSync(original);

/** What XML of this format is made of, in places where it means something else. */
const fragments = [
  "<",
  ">",
  '"',
  "-",
  "1e308",
  "NaN",
  " g 99999999 1 ",
  "M",
  "C",
  "&amp;",
  "\u0000",
  "999999999",
];

it("100 packages with one part changed give text, or say why not", async () => {
  const random = seeded(17);
  const names = Object.keys(parts);
  for (let run = 0; run < 100; run++) {
    const name = names[random.int(0, names.length - 1)]!;
    const text = new TextDecoder().decode(parts[name]);
    const at = random.int(0, text.length - 1);
    const cut = random.int(0, run % 4 === 0 ? 400 : 6);
    const changed =
      text.slice(0, at) + fragments[random.int(0, fragments.length - 1)]! + text.slice(at + cut);
    await expectTyped(zipSync({ ...parts, [name]: new TextEncoder().encode(changed) }, { level: 0 }));
  }
});

it("50 packages with bytes changed or cut off", async () => {
  const random = seeded(18);
  for (let run = 0; run < 50; run++) {
    const bytes = original.slice();
    for (let changes = random.int(1, 4); changes > 0; changes--)
      bytes[random.int(0, bytes.length - 1)] = random.int(0, 255);
    await expectTyped(run % 5 === 0 ? bytes.subarray(0, random.int(0, bytes.length)) : bytes);
  }
});

async function expectTyped(bytes: Uint8Array): Promise<void> {
  const { tokens, diagnostics } = await ofd.read({ name: "mutant", bytes }, defaultLimits);
  expect(tokens.length > 0 || diagnostics.some(({ severity }) => severity === "error")).toBe(true);
}
