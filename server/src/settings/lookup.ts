/**
 * Where settings files are looked for. Invariant: the nearest one wins and is the only one that is read; nothing above `root`
 * is ever looked at. Paths have forward slashes.
 */
export const SETTINGS_FILE = '.gouji.yaml';

export function isSettingsFile(path: string): boolean {
  return path === SETTINGS_FILE || path.endsWith(`/${SETTINGS_FILE}`);
}

/**
 * Settings files of a document, nearest first: in its folder, then in each folder above, up to `root`.
 * @param root a folder above the document, without a slash at its end; null: the document's own folder is the last
 */
export function settingsFilesOf(document: string, root: string | null): string[] {
  const found: string[] = [];
  for (let folder = folderOf(document); ; folder = folderOf(folder)) {
    found.push(`${folder}/${SETTINGS_FILE}`);
    if (root === null || folder.length <= root.length || !folder.startsWith(`${root}/`)) { return found; }
  }
}

/** The same, up to the highest of these folders that is above the document; where none is, in the document's own folder alone. */
export function settingsFilesBelow(roots: readonly string[], document: string): string[] {
  const above = roots.filter((root) => document.startsWith(`${root}/`));
  return settingsFilesOf(document, above.length > 0 ? above.reduce((a, b) => (a.length <= b.length ? a : b)) : null);
}

/** How a settings file names a document: its path from the file's folder. */
export function nameIn(settingsFile: string, document: string): string {
  return document.slice(folderOf(settingsFile).length + 1);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
