import { describe, expect, it } from "vitest";
import { readSmallPart } from "../../../src/adapters/package/small-part.ts";
import type { SmallElement } from "../../../src/adapters/package/small-part.ts";
import { openArchive } from "../../../src/adapters/package/zip.ts";
import { Refusal } from "../../../src/adapters/refusal.ts";
import { limits, zip } from "../docx/build.ts";

function outline(element: SmallElement | string): string {
  if (typeof element === "string") return element;
  const attributes = Object.entries(element.attributes).map(([name, value]) => ` ${name}=${value}`);
  return `(${element.name}${attributes.join("")}:${element.children.map(outline).join("")})`;
}

function read(text: string, maximumDepth = limits.maximumDepth): string {
  try {
    const part = readSmallPart(openArchive(zip({ "a.xml": text }), limits), "a.xml", {
      ...limits,
      maximumDepth,
    });
    return outline(part);
  } catch (error) {
    if (error instanceof Refusal) return `${error.message} ${JSON.stringify(error.diagnostic.args)}`;
    throw error;
  }
}

describe("small parts of packages", () => {
  it.each([
    ["<a:b c:d='1.0'> 1.0 </a:b>", "(b d=1.0: 1.0 )"],
    ["<?xml version='1.0'?>\n<a><!-- x -->一<?p?><b/>二</a>\n", "(a:一(b:)二)"],
    ["<a b='&lt;&#65;'>&amp;&#x4e00;</a>", "(a b=<A:&一)"],
    ["<a>&nbsp;1</a>", "(a:&nbsp;1)"],
    ["<a><![CDATA[<b>&amp;]]></a>", "(a:<b>&amp;)"],
  ])("%j", (text, tree) => {
    expect(read(text)).toBe(tree);
  });

  it.each([
    ["<a><b></a>", "xml"],
    ["<a", "xml"],
    ["", "xml"],
    ["<a/><b/>", "xml"],
    ["<a>\0</a>", "xml"],
    ["<a b=1/>", "xml"],
    ["<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "doctype"],
  ])("refuses %j", (text, reason) => {
    expect(read(text)).toBe(`damaged ${JSON.stringify({ part: "a.xml", reason })}`);
  });

  it("refuses what nests too deep", () => {
    expect(read("<a><b><c/></b></a>", 3)).toBe("(a:(b:(c:)))");
    expect(read("<a><b><c/></b></a>", 2)).toMatch(/^too-large .*depth/u);
  });
});
