/**
 * True when two types have the same keys, optional marks and types at every depth; assignability alone would overlook a
 * new optional key.
 */
export type Same<A, B> =
  (<T>() => T extends Frozen<A> ? 1 : 2) extends <T>() => T extends Frozen<B> ? 1 : 2 ? true : false;

/** The model's arrays are readonly and those of zod are not; that difference does not count. */
type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;
