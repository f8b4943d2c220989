/** Why a row may not be one of the report's own, and the heading that says so. */
export interface Against {
  readonly kind: "other-year" | "sample" | "other-office" | "part" | "appendix" | "empty-form";
  readonly heading: string;
  /** Set where the heading is the row's own label. */
  readonly ofLabel?: true;
}

export interface Own {
  readonly year: number | null;
  readonly issuer: string | null;
  readonly title: string | null;
}
