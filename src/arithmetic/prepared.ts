/**
 * A function whose result is kept as long as its argument, a template or a part of one: preparing the labels of all
 * families again would take longer than reading a report. `make` must be pure. What it makes of a part of a document
 * must not lead to the rest of the document: V8's small collections take all values of a WeakMap for alive, and would
 * copy whole documents again and again. For such parts there is `remembered`.
 */
export function prepared<Key extends object, Value extends NonNullable<unknown>>(
  make: (key: Key) => Value,
): (key: Key) => Value {
  const made = new WeakMap<Key, Value>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) made.set(key, (value = make(key)));
    return value;
  };
}

/** A function whose results are kept as long as itself: it is made anew for each document. */
export function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) made.set(key, (value = make(key)));
    return value;
  };
}
