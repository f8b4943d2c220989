export { annexForms } from "./forms.ts";
export type { AnnexForm } from "./forms.ts";
export { drawAnnexReport } from "./draw.ts";
export type { AnnexOptions, AnnexTruth } from "./draw.ts";
export { plantableAnnexRules } from "./figures.ts";
