import { expect, test } from "vitest";
import { showsSigns } from "../../../src/adapters/font/sign-fonts.ts";

test.each([
  "Wingdings 3",
  "ABCDEF+Wingdings-Regular",
  "ITC Zapf Dingbats",
  "Libre Barcode 39",
  "Code 128",
  "C39HrP24DhTt",
  "IDAutomationHC39M",
  "Free 3 of 9",
  "EAN-13",
  "条形码",
  "MT Extra",
])("%s shows signs", (font) => expect(showsSigns(font)).toBe(true));

test.each(["Symbol", "SimSun", "ABCDEF+FangSong_GB2312", "Source Code Pro", "Consolas", "C2_0", ""])(
  "%s shows digits",
  (font) => expect(showsSigns(font)).toBe(false),
);
