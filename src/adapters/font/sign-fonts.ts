/**
 * Whether a font of this name shows hands, clocks, dots or bars where the file says digits. Viewers that have the font
 * draw these, whatever the file says of the characters. The digits of Symbol are digits.
 */
export function showsSigns(font: string): boolean {
  return SIGNS.test(font.toLowerCase().replace(/[\s-]/g, "").replace(SUBSET, ""));
}

/** What a PDF writes before the name of a font of which it holds only a part (PDF 32000-1, 9.6.4). */
const SUBSET = /^[a-z]{6}\+/;

const SIGNS =
  /^(?:wingdings|webdings|marlett|mtextra|bookshelfsymbol|adobeblank|c(?:39|93|128)|(?:ean|upc|itf|msi)\d|eanbwr)|dingbats|barcode|braille|条形?码|code(?:39|93|128)|3of9|idautomation|codabar/;
