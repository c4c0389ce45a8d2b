/**
 * URIs as clients and servers write them: each escapes them differently. Invariant: two that differ only in that are equal once
 * unescaped; what is no escape is left as it is.
 */
export function unescaped(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
