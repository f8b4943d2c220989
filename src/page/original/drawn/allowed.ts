const names = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Elements that only display something; all others are drawn as `span`. */
const ELEMENTS = names(
  "a abbr address article aside b big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em fieldset figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img input ins kbd label legend li main mark menu nav ol p pre q rb ruby s samp section small span strike strong sub summary sup table tbody td textarea tfoot th thead time tr tt u ul var wbr",
);

const ATTRIBUTES = names(
  "align bgcolor border cellpadding cellspacing checked class color cols colspan dir face height id lang nowrap open rows rowspan size span start valign value width",
);

export function elementName(name: string): string {
  return ELEMENTS.has(name) ? name : name === "form" || name === "body" ? "div" : "span";
}

/** The attributes that only affect how an element looks. A picture is shown only if the file itself contains it. */
export function attributesOf(
  name: string,
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const own = Object.entries(given).filter(([key]) => ATTRIBUTES.has(key));
  const picture = name === "img" && /^data:image\/(?:png|jpe?g|gif|webp|bmp);/iu.test(given["src"] ?? "");
  return {
    ...Object.fromEntries(own),
    ...(picture ? { src: given["src"]! } : {}),
    ...(name === "img" ? { alt: given["alt"] ?? "" } : {}),
    ...(name === "input" ? { type: inputType(given["type"] ?? ""), disabled: "" } : {}),
    ...(name === "textarea" ? { disabled: "" } : {}),
  };
}

function inputType(type: string): string {
  return /^(?:checkbox|radio|hidden)$/iu.test(type) ? type : "text";
}

/** A style sheet without addresses, because the page's policy would refuse to load them and would report it. */
export function withoutAddresses(css: string): string {
  return css.replace(/@import[^;]*;?/giu, "").replace(/(?:url|image-set|src)\s*\(/giu, "refused(");
}
