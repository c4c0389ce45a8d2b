// Lets extensions in the embedded VS Code speak Chinese where the browser, or --locale, asks for it. VS Code's own words stay
// English: its language packs are not on npm. Invariant: writes into the given profile alone, before the server starts.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Registers a language pack without a sentence in it. @param {string} userDataDir of the server's profile */
export function offerChinese(userDataDir) {
  const write = (name, value) => {
    const file = path.join(userDataDir, name);
    writeFileSync(file, JSON.stringify(value));
    return file;
  };
  mkdirSync(path.join(userDataDir, 'User'), { recursive: true });
  const sentences = write('chinese.json', { contents: {} });
  const extensions = [{ extensionIdentifier: { id: 'gouji.chinese-display' }, version: '1.0.0' }];
  write('languagepacks.json', { 'zh-cn': { hash: 'empty', label: '中文', extensions, translations: { vscode: sentences } } });
  // Where this file is missing, the server takes English to be settled and does not look at the browser's languages.
  write('User/argv.json', {});
}
