import js from '@eslint/js'
import tseslint from 'typescript-eslint'

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'examples'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.node.json', './tsconfig.web.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // A namespace-like class with private state is how the domain keeps a reader's place.
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  {
    // In a test what is not there fails the test, which is the point.
    files: ['**/*.test.ts', '**/*.test.tsx', 'test/**/*.ts', 'perf/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // Written for any old Node, which reads neither modules nor `const`.
    files: ['bin/*.js'],
    languageOptions: {
      globals: { process: 'readonly', require: 'readonly', __dirname: 'readonly' },
    },
    rules: {
      '@typescript-eslint/no-require-imports': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { caughtErrors: 'none' }],
      'no-var': 'off',
    },
  },
  {
    // Inner loops over typed arrays, whose indexes the loops themselves bound.
    files: [
      'src/domain/evidence/{bounds,bounds-limits,bounds-tied-figures,shortest-paths}.ts',
      'src/domain/names/{letter-odds,train-letters}.ts',
    ],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // Interfaces that libraries ask to be extended, and the types of a library that ships none.
    files: ['**/*.d.ts', 'test/postgres.ts'],
    rules: { '@typescript-eslint/consistent-type-definitions': 'off' },
  },
)
