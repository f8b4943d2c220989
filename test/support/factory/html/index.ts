export { renderHtml } from "./clean.ts";
export type { HtmlOptions } from "./clean.ts";
export { renderPortalHtml } from "./portal.ts";
export type { PortalHead } from "./portal.ts";
