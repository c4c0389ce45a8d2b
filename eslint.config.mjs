// Lint: the rules of this project that a machine can check (no `any`, no overlong files, no unused code).
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'node_modules/', 'test/host/.cache/', 'coverage/'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-len': ['error', { code: 140, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true }],
      'no-console': 'error',
      'eqeqeq': 'error',
      'no-control-regex': 'off',
    },
  },
  { files: ['scripts/**', '*.mjs', 'test/**', 'server/src/cli.ts', 'server/src/cli/**'], rules: { 'no-console': 'off' } },
);
