import type { PagePicture } from "../../model/index.ts";
import { pictureFormat } from "../image/format.ts";
import { bytesAt, type PartFinder } from "./style/addresses.ts";
import { lengthOf, SCREEN } from "./style/length.ts";
import { isChrome } from "./text/measure.ts";
import type { PageSurvey } from "./text/measure.ts";
import { isUnseen } from "./text/flow.ts";
import { attribute, parentOf } from "./tree/dom.ts";
import type { HtmlElement } from "./tree/dom.ts";

/** Pixels; a picture shown smaller than this is an icon, a QR code or an ornament, not a page. */
const SMALLEST = 300;
/** Bytes; a picture that is smaller than this, and in a format in which pages are not scanned, is an ornament. */
const ORNAMENT = 20_000;
/** Bytes; a placeholder that a script replaces by the real picture is smaller than this. */
const PLACEHOLDER = 2_000;

/**
 * An `img` as a page of the report; null where it belongs to the frame of the page or cannot be seen. The width of the
 * paper is not known from its width on the screen.
 */
export function pagePicture(image: HtmlElement, survey: PageSurvey, find: PartFinder): PagePicture | null {
  const look = survey.styles.of(image);
  if (isUnseen(look) || look.isAway || isSmall(image, survey)) return null;
  const address = (attribute(image, "src") ?? "").trim();
  const stored = bytesAt(address, find);
  const isReplaced = lazy.some((name) => attribute(image, name) !== undefined);
  if (stored === null || (isReplaced && stored.length < PLACEHOLDER))
    return (address === "" && !isReplaced) || isOfFrame(image, survey) ? null : { bytes: null, width: null };
  if (pictureFormat(stored) === undefined && stored.length < ORNAMENT) return null;
  const isCut =
    look.trick === "unseen" ||
    Math.min(look.room.width, look.room.height) < Infinity ||
    /^(?:cover|none)$/i.test(look.own.get("object-fit") ?? "");
  return { bytes: isCut ? new Uint8Array() : stored, width: null };
}

/** Attributes in which pages keep the address of a picture that a script shows when it comes into view. */
const lazy = ["data-src", "data-original", "data-lazy-src", "data-lazy", "data-actualsrc"] as const;

function isSmall(image: HtmlElement, { styles }: PageSurvey): boolean {
  const { own, size } = styles.of(image);
  return (["width", "height"] as const).some((side) => {
    const stated = own.get(side) ?? attribute(image, side);
    const pixels = lengthOf(stated, size, SCREEN[side]);
    return pixels !== undefined && pixels < SMALLEST;
  });
}

/** Words in the names that sites give their own pictures; a letter before or after makes it another word. */
const ofSite =
  /(?:^|[^a-z])(?:logo|banner|icon|ico|btn|button|bg|nav|menu|head(?:er)?|foot(?:er)?|top|share|print|close|search|arrow|line|dot|qr(?:code)?|ewm|erweima|wei(?:xin|bo)|wx|wechat|code|red|blue|jiucuo|beian|ga|dzjg|sydw|spacer|blank|space|transparent|pixel|loading|avatar|guohui)(?:[^a-z]|$)/i;

/** A linked picture has no size that would show what it is, so its names and the elements around it decide. */
function isOfFrame(image: HtmlElement, survey: PageSurvey): boolean {
  const names = ["src", "class", "id", "alt"].map((name) => attribute(image, name) ?? "");
  const file = names[0]!.split(/[?#]/, 1)[0]!.split("/").at(-1)!;
  if (/\.(?:gif|svg|ico)$/i.test(file) || [file, ...names.slice(1)].some((name) => ofSite.test(name)))
    return true;
  for (let here = parentOf(image); here !== undefined; here = parentOf(here)) {
    const target = here.name === "a" ? (attribute(here, "href") ?? "") : "";
    const leads =
      target !== "" && !/^(?:#|javascript:)|\.(?:jpe?g|png|tiff?|bmp|jp2)(?:[?#]|$)/i.test(target);
    if (leads || ["header", "footer", "nav", "aside"].includes(here.name) || isChrome(here, survey))
      return true;
  }
  return false;
}
