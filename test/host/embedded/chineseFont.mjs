// A Chinese font for the browser of the tests. Invariant: no screenshot shows boxes in place of Chinese characters.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cachedFolder } from './cache.mjs';

/** @returns {Promise<Record<string, string>>} environment under which a browser finds a Chinese font */
export async function chineseFontEnvironment() {
  if (process.platform !== 'linux' || machineHasChineseFont()) { return {}; }
  const folder = await cachedFolder('font', 'a Chinese font (npm: @expo-google-fonts/noto-sans-sc)', keepTwoWeights);
  const config = path.join(folder, 'fonts.conf');
  writeFileSync(config, fontconfig(folder));
  return { FONTCONFIG_FILE: config };
}

function machineHasChineseFont() {
  return !!spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim();
}

function keepTwoWeights(folder) {
  mkdirSync(path.join(folder, 'fonts'));
  for (const weight of ['400Regular', '700Bold']) {
    const file = `NotoSansSC_${weight}.ttf`;
    copyFileSync(path.join(folder, 'node_modules/@expo-google-fonts/noto-sans-sc', weight, file), path.join(folder, 'fonts', file));
  }
  rmSync(path.join(folder, 'node_modules'), { recursive: true });
}

/** The machine's own fonts stay in use where it has any. */
const fontconfig = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${path.join(folder, 'fonts')}</dir>
  <cachedir>${path.join(folder, 'fontconfig')}</cachedir>
</fontconfig>
`;
