import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import ts from 'typescript-eslint';

/** Nothing under src/`folder` may import a path that matches one of `patterns` (regular expressions). */
const forbid = (folder, ...patterns) => ({
  files: [`src/${folder}/**/*.{ts,tsx}`],
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: patterns.map((regex) => ({
          regex,
          message: `See the folder table in docs/architecture.md: src/${folder} may not know this.`,
        })),
      },
    ],
  },
});

const libraries = '^(react|@mantine|wouter|zustand|@observablehq)';
const inference = '^(@xenova|onnxruntime)';
const WORKERS = ['scorer', 'importer', 'archive', 'bencher', 'trainer'];
const FOLDERS = [...WORKERS, 'core', 'models', 'kernel', 'client', 'storage', 'state', 'ui'];
/** Every folder of src/ but its own and those that it may know. */
const allBut = (...known) => `/(${FOLDERS.filter((name) => !known.includes(name)).join('|')})/`;
const app = '/app(\\.ts)?$';

export default ts.config(
  {
    ignores: [
      'dist',
      'node_modules',
      'public',
      'test-results',
      'playwright-report',
      'src/kernel/wasm', // AssemblyScript, which its own compiler checks
    ],
  },
  js.configs.recommended,
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: globals.node } },
  { files: ['bench/**', 'public/**'], languageOptions: { globals: globals.browser } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [ts.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './src/tsconfig.workers.json', './e2e/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/require-await': 'off', // an async function may answer at once
      // Actions never reject, so they may be given to event props as they are.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
    },
  },
  // Tests take browser functions apart to cause faults.
  { files: ['e2e/**/*.ts'], rules: { '@typescript-eslint/unbound-method': 'off' } },
  { files: ['*.config.ts'], rules: { 'no-restricted-exports': 'off' } },
  { files: ['src/**/*.tsx'], extends: [reactHooks.configs.flat.recommended] },
  forbid('core', libraries, inference, allBut('core'), app),
  forbid('models', libraries, inference, allBut('models', 'core'), app),
  forbid('kernel', libraries, inference, allBut('kernel'), app),
  forbid('scorer', libraries, allBut('scorer', 'core', 'models', 'kernel', 'storage'), app),
  ...WORKERS.filter((name) => name !== 'scorer').map((worker) =>
    forbid(worker, libraries, inference, allBut(worker, 'core', 'models', 'storage'), app),
  ),
  // It starts the workers, by the addresses of their files.
  forbid(
    'client',
    libraries,
    '^@xenova',
    '^dexie',
    allBut('client', 'core', 'models', ...WORKERS),
    app,
  ),
  forbid('storage', libraries, inference, allBut('storage', 'core'), app),
  forbid(
    'state',
    '^(react|@mantine|wouter|@observablehq)',
    inference,
    allBut('state', 'core', 'models', 'storage'),
    app,
  ),
  forbid('ui', inference, '^dexie', allBut('ui', 'core', 'models', 'state')),
  prettier,
);
