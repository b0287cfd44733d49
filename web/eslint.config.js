import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const cjk = '[\\u3000-\\u303f\\u3400-\\u9fff\\uff00-\\uffef]';

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'test-results', 'playwright-report', 'src/api/schema.d.ts'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  hooks.configs.flat['recommended-latest'],
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/i18n/**', 'src/**/*.test.{ts,tsx}'],
    rules: {
      // Words belong to src/i18n, where both languages are held side by side.
      'no-restricted-syntax': [
        'error',
        { selector: `Literal[value=/${cjk}/]`, message: 'Put the words into src/i18n.' },
        { selector: `TemplateElement[value.raw=/${cjk}/]`, message: 'Put the words into src/i18n.' },
        { selector: `JSXText[value=/[A-Za-z\\u3400-\\u9fff]{2,}/]`, message: 'Put the words into src/i18n.' },
      ],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
    },
  },
  { files: ['src/i18n/**/*.ts', 'src/api/*.ts', 'e2e/**'], rules: { 'max-lines': ['error', { max: 400 }] } },
  { files: ['e2e/*.mjs'], languageOptions: { globals: { Buffer: 'readonly', process: 'readonly', console: 'readonly', URL: 'readonly', fetch: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', document: 'readonly', localStorage: 'readonly', window: 'readonly', history: 'readonly', performance: 'readonly', requestAnimationFrame: 'readonly', PopStateEvent: 'readonly' } } },
  { files: ['public/*.js'], languageOptions: { globals: { document: 'readonly', localStorage: 'readonly', matchMedia: 'readonly' } } },
);
