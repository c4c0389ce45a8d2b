/** Which files are documents by their names. Invariant: the command line, the server and the client know the same. */
const DOCUMENT = /^[^.].*\.(?:txt|md|markdown|html|htm|csv)$/i;
/** The same as a pattern for watching files. */
export const DOCUMENT_GLOB = '**/*.{txt,md,markdown,html,htm,csv}';

/** Of a file beside a document, in bytes; a report has some 50 KB. */
export const LARGEST_BESIDE = 2 * 1024 * 1024;
/** Files of one folder that are looked at for the sake of a document in it. */
export const MOST_BESIDE = 300;

export function isDocumentName(name: string): boolean {
  return DOCUMENT.test(name);
}
