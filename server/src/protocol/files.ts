/** Which files are documents by their names. Invariant: the command line, the server and the client know the same. */
const DOCUMENT = /^[^.].*\.(?:txt|md|markdown|html|htm|csv)$/i;
/** The same as a pattern for watching files. */
export const DOCUMENT_GLOB = '**/*.{txt,md,markdown,html,htm,csv}';

export function isDocumentName(name: string): boolean {
  return DOCUMENT.test(name);
}
