// The suites that run outside VS Code. YAML forms are imported as text, exactly as esbuild bundles them.
import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const yamlAsText = {
  name: 'yaml-as-text',
  load(id) {
    return id.endsWith('.yaml') ? `export default ${JSON.stringify(readFileSync(id, 'utf8'))}` : undefined;
  },
};

export default defineConfig({
  plugins: [yamlAsText],
  test: { include: ['test/**/*.test.ts'], exclude: ['test/host/**', 'node_modules/**'], testTimeout: 60_000 },
});
