// The command line of the desktop `code` executable, as far as tests use it. Invariant: a flag that is not known is taken
// without complaint, as the desktop does, and never swallows the argument after it.

const TAKES_LIST = new Set(['extensionDevelopmentPath', 'install-extension', 'uninstall-extension', 'folder-uri']);
const TAKES_VALUE = new Set(['extensionTestsPath', 'user-data-dir', 'extensions-dir', 'locale', 'log']);
const NEEDS_NO_WINDOW = ['version', 'help', 'list-extensions', 'install-extension', 'uninstall-extension'];

/**
 * @param {string[]} args
 * @returns {{ flags: Record<string, string | true | string[]>, target?: string, needsWindow: boolean }}
 *   target: the folder or workspace to open
 */
export function parseCommandLine(args) {
  const flags = {};
  const targets = [];
  for (let i = 0; i < args.length; i++) {
    const match = /^--([^=]+)(?:=(.*))?$/s.exec(args[i]);
    if (!match) { targets.push(args[i]); continue; }
    const [, name, inline] = match;
    if (TAKES_LIST.has(name)) { (flags[name] ??= []).push(inline ?? args[++i]); }
    else if (TAKES_VALUE.has(name)) { flags[name] = inline ?? args[++i]; }
    else { flags[name] = inline ?? true; }
  }
  const target = targets[0] ?? flags['folder-uri']?.[0];
  return { flags, target, needsWindow: !NEEDS_NO_WINDOW.some((name) => flags[name]) };
}
