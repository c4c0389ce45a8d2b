/**
 * What is worked out once for each thing that it is worked out of. Invariant: the same answer as working it out anew, for things that never
 * change; it is let go together with its thing.
 */

/** @param make pure: it depends on the thing alone */
export function onceFor<Thing extends object, Value extends object>(make: (thing: Thing) => Value): (thing: Thing) => Value {
  const known = new WeakMap<Thing, Value>();
  return (thing) => {
    let value = known.get(thing);
    if (value === undefined) { known.set(thing, value = make(thing)); }
    return value;
  };
}
