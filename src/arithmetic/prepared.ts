/**
 * A function whose result is kept as long as its argument, a template or a part of one: preparing the labels of all
 * families again would take longer than reading a report. `make` must be pure. What is kept for a document's own
 * headings is released with them.
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
