import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { xmlScanner } from "../../../src/adapters/package/xml-scanner.ts";

/** What a document says, or that it is broken: `<a x="1">`, `text`, `/`. `cuts` are where its pieces end. */
function scanned(document: string, cuts: readonly number[] = []): readonly string[] {
  const found: string[] = [];
  const scanner = xmlScanner(
    {
      open: ({ name, attributes }) => void found.push(tagOf(name, attributes)),
      close: () => void found.push("/"),
      text: (text) => void found.push(text),
    },
    (fault) => {
      throw new Error(fault);
    },
  );
  try {
    let from = 0;
    for (const cut of [...cuts, document.length]) {
      scanner.write(document.slice(from, cut));
      from = cut;
    }
    scanner.end();
    return found;
  } catch (error) {
    return [`broken: ${(error as Error).message}`];
  }
}

/** The same by saxes, an independent reader of XML. */
function byPeer(document: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  const take = (text: string): void => void (depth > 0 && found.push(text));
  parser.on("error", () => {
    throw new Error("xml");
  });
  parser.on("doctype", () => {
    throw new Error("doctype");
  });
  parser.on("opentag", ({ name, attributes }) => {
    depth++;
    found.push(tagOf(name, attributes));
  });
  parser.on("closetag", () => {
    depth--;
    found.push("/");
  });
  parser.on("text", take);
  parser.on("cdata", take);
  try {
    parser.write(document).close();
    return found;
  } catch (error) {
    return [`broken: ${(error as Error).message}`];
  }
}

function tagOf(name: string, attributes: Readonly<Record<string, string>>): string {
  const all = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
  return `<${name}${all.join("")}>`;
}

const name = fc.constantFrom(
  "a",
  "w:p",
  "b-c",
  "_x",
  "é",
  "中文",
  "a1.2",
  "xmlns:w",
  "constructor",
  "__proto__",
);
const blank = fc.constantFrom("", "", " ", "\n", "\r\n ", "\t");
const gap = fc.constantFrom(" ", "\n", "\r\n", " \t");
const text = fc
  .array(
    fc.constantFrom(
      "1",
      " ",
      "\n",
      "\r",
      "\r\n",
      "&amp;",
      "&lt;",
      "&#65;",
      "&#x4e2d;",
      "]",
      ">",
      "'",
      "中",
      "\u{20000}",
      "/",
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join("").replaceAll("]>", "]"));
const attribute = fc.tuple(gap, name, blank, blank, text);
const inside = fc.oneof(
  text,
  text.map((own) => `<!--${own}-->`),
  text.map((own) => `<![CDATA[${own.replaceAll("]", "")}]]>`),
  text.map((own) => `<?pi ${own}?>`),
);
const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .tuple(
      name,
      fc.uniqueArray(attribute, { maxLength: 3, selector: ([, key]) => key }),
      blank,
      fc.option(fc.array(fc.oneof({ depthSize: "small" }, inside, tie("element")), { maxLength: 4 })),
    )
    .map(([tag, attributes, end, content]) => {
      const all = attributes.map(([space, key, before, after, value]) => {
        const quote = value.includes("'") ? '"' : "'";
        return `${space}${key}${before}=${after}${quote}${value}${quote}`;
      });
      const start = `<${tag}${all.join("")}${end}`;
      return content === null ? `${start}/>` : `${start}>${content.join("")}</${tag}${end}>`;
    }),
}));

describe("XML of packages", () => {
  it("is read as another reader reads it, in whatever pieces it comes", () => {
    const head = fc.constantFrom(
      "",
      '<?xml version="1.0"?>',
      "<?xml version='1.0' encoding='UTF-8' ?>\n",
      "\n<!-- - -->",
    );
    const cuts = fc.array(fc.nat(), { maxLength: 6 });
    fc.assert(
      fc.property(head, element, cuts, (before, root, at) => {
        const document = before + root;
        const places = at.map((one) => one % (document.length + 1)).sort((a, b) => a - b);
        const read = scanned(document, places);
        expect(read).toEqual(scanned(document));
        expect(read).toEqual(byPeer(document));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    "",
    "a",
    "<a>",
    "<a></b>",
    "<a></a></a>",
    "<a/><b/>",
    "<a/>x",
    "x<a/>",
    "<a/>&amp;",
    "<a b/>",
    "<a b=1/>",
    "<a b='1'c='2'/>",
    "<a b='1' b='2'/>",
    "<a b='<'/>",
    "<a b='1/>",
    "<a / >",
    "< a/>",
    "<1/>",
    "<a></ a>",
    "<a>&b;</a>",
    "<a>&</a>",
    "<a>&amp</a>",
    "<a>&#0;</a>",
    "<a>&#xd800;</a>",
    "<a>&#X41;</a>",
    "<a>&#x110000;</a>",
    "<a>]]></a>",
    "<a><!-- -- --></a>",
    "<a><!-- </a>",
    "<a><![CDATA[ </a>",
    "<![CDATA[]]><a/>",
    "<a><!b></a>",
    "<a><??></a>",
    "<a><?xml version='1.0'?></a>",
    " <?xml version='1.0'?><a/>",
    "<?xml version='2.0'?><a/>",
    "<?xml encoding='utf-8'?><a/>",
    "<a>\u0001</a>",
    "<a>\uffff</a>",
    "<a/><!DOCTYPE a>",
  ])("is refused where it is not well-formed: %j", (document) => {
    expect(scanned(document)).toEqual(["broken: xml"]);
    expect(byPeer(document)).toEqual(["broken: xml"]);
  });

  it("has no document type", () => {
    expect(scanned("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")).toEqual(["broken: doctype"]);
  });

  it("keeps names that every object has to what the document gives", () => {
    expect(scanned("<a b='1'/><!-- -->")).toEqual(['<a b="1">', "/"]);
    expect(scanned("<a __proto__='1'/>")).toEqual(['<a __proto__="1">', "/"]);
  });

  it("reads a comment in a hundred thousand pieces in linear time", () => {
    const document = `<a><!--${"x".repeat(200_000)}-->1</a>`;
    const cuts = Array.from({ length: 100_000 }, (_, at) => 2 * at);
    expect(scanned(document, cuts)).toEqual(["<a>", "1", "/"]);
  });
});
