import { expect, it } from "vitest";
import { convert } from "../src/index.ts";

const source = {
  name: "report.txt",
  bytes: new TextEncoder().encode(
    "橡溪县水利局2023年政府信息公开工作年度报告\n一、总体情况\n灯塔修好了。\n二、主动公开政府信息情况",
  ),
};

it("a conversion over its own limit of time keeps nothing and says so", async () => {
  const { report, diagnostics } = await convert(source, { limits: { maximumMilliseconds: -1 } });
  expect([report, diagnostics.map(({ rule }) => rule)]).toEqual([null, ["timeout"]]);
});

it("an aborted conversion rejects with the signal's reason", async () => {
  const signal = AbortSignal.abort(new Error("enough"));
  await expect(convert(source, { signal })).rejects.toThrow("enough");
});
