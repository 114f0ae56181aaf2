// JSON Merge Patch (RFC 7396), the one way a view changes. A patched value is a new one along the path that
// changed and the old one elsewhere, so that what a screen compares by identity stays put.

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** `target` with `patch` applied; neither is changed. A null in the patch removes its key. */
export function merge(target: Json | undefined, patch: Json): Json {
  if (!isObject(patch)) return patch;
  const merged: { [key: string]: Json } = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else merged[key] = merge(Object.hasOwn(merged, key) ? merged[key] : undefined, value);
  }
  return merged;
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
