import { describe, expect, it } from "vitest";
import { pdf } from "../../../src/adapters/pdf/index.ts";
import { LIMITS, gridsOf } from "./support.ts";
import { grid, pdfFile, row, stream, text } from "./tiny.ts";

/** A table of two rows; the field lies in the cell under `two`. */
const TABLE =
  grid([20, 100, 180, 260], [20, 50, 80]) +
  row([30, 110, 190], 60, "one", "two", "all") +
  text(30, 30, "7") +
  text(190, 30, "9");

/** The cell's text, and `?` with the reason where it is doubted. Object 5 is the font, 6 the field, 7 and on `extra`. */
async function seen(form: string, field: string, ...extra: readonly string[]): Promise<string> {
  const bytes = pdfFile("1.7", [
    `<< /Type /Catalog /Pages 2 0 R ${form} >>`,
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> /Annots [6 0 R] >>",
    stream("", TABLE),
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    `<< /Type /Annot /Rect [105 25 165 40] /F 4 ${field} >>`,
    ...extra,
  ]);
  const { tokens } = await pdf.read({ name: "field.pdf", bytes }, LIMITS);
  const cell = gridsOf(tokens)[0]![1]![1]!;
  return cell.doubt?.kind === "unreadable" ? `${cell.text}?${cell.doubt.reason}` : cell.text;
}

const form = (fields: string, rest = "") =>
  `/AcroForm << /Fields [${fields}] ${rest} /DA (/Helv 10 Tf 0 g) /DR << /Font << /Helv 5 0 R >> >> >>`;
const value = "/FT /Tx /T (a) /V (1435) /DA (/Helv 10 Tf 0 g)";
const widget = (rest: string) => `/Subtype /Widget ${rest}`;
const look = (content: string) =>
  stream("/Type /XObject /Subtype /Form /BBox [0 0 60 15] /Resources << /Font << /F1 5 0 R >> >>", content);
const painted = look("BT /F1 9 Tf 2 3 Td (1435) Tj ET");

describe("form fields", () => {
  it.each([
    ["named by the form", form("6 0 R"), widget(value), [], "1435"],
    ["to be drawn by the viewer", form("6 0 R", "/NeedAppearances true"), widget(value), [], "1435"],
    [
      "a kid with its parent's value",
      form("7 0 R"),
      widget("/Parent 7 0 R"),
      [`<< ${value} /Kids [6 0 R] >>`],
      "1435",
    ],
    ["with a look of its own", "", widget(`${value} /AP << /N 7 0 R >>`), [painted], "1435"],
    ["blank", form("6 0 R"), widget("/FT /Tx /T (a)"), [], ""],
    ["blank, without a form", "", widget("/FT /Tx /T (a)"), [], ""],
    ["hidden", "", widget(`${value} /F 2`).replace("/F 4", ""), [], ""],
    ["signed", form("6 0 R"), widget("/FT /Sig /T (a) /V 7 0 R"), ["<< /Type /Sig >>"], ""],
  ])("are read: %s", async (_, acroForm, field, extra, expected) => {
    expect(await seen(acroForm, field, ...extra)).toBe(expected);
  });

  it.each([
    ["without a form", "", widget(value), [], ""],
    ["in no field of the form", form(""), widget(value), [], "1435"],
    ["in no field of a form for viewers", form("", "/NeedAppearances true"), widget(value), [], "1435"],
    ["whose parent is in no form", "", widget("/Parent 7 0 R"), [`<< ${value} /Kids [6 0 R] >>`], ""],
    ["whose parent is not named", form("7 0 R"), widget(""), [`<< ${value} /Kids [6 0 R] >>`], ""],
    [
      "whose value is in XML",
      form("6 0 R", "/XFA 7 0 R"),
      widget("/FT /Tx /T (a)"),
      [stream("", "<a/>")],
      "",
    ],
    ["whose look is empty", form("6 0 R"), widget(`${value} /AP << /N 7 0 R >>`), [look("")], ""],
    ["whose value is no text", form("6 0 R"), widget("/FT /Tx /T (a) /V 1435"), [], ""],
    ["without a type", form("6 0 R"), widget("/T (a) /V (1435)"), [], ""],
    ["of rich text", form("6 0 R"), widget("/FT /Tx /T (a) /RV (<p>1435</p>)"), [], ""],
    ["of dots", form("6 0 R"), widget(`${value} /Ff 8192`), [], "****"],
    [
      "of options that show as others",
      form("6 0 R"),
      widget("/FT /Ch /Ff 131072 /T (a) /Opt [[(20) (1435)]] /V (20)"),
      [],
      "20",
    ],
    ["that are pushed", "", widget("/FT /Btn /Ff 65536 /MK << /CA (1435) >>"), [], ""],
    [
      "that viewers draw anew",
      form("6 0 R", "/NeedAppearances true"),
      widget(`${value.replace("1435", "2046")} /AP << /N 7 0 R >>`),
      [painted],
      "1435",
    ],
    ["a note of rich text alone", "", "/Subtype /FreeText /RC (<p>1435</p>)", [], ""],
  ])("are doubted: %s", async (_, acroForm, field, extra, text) => {
    expect(await seen(acroForm, field, ...extra)).toBe(`${text}?form-control`);
  });
});
