/**
 * The house rule as data: which folder may import which. `node` means Node's built-ins.
 * A folder or package that is not listed is an error, so that a new one is a decision and not an accident.
 */
export interface Room {
  readonly folder: string
  readonly imports: readonly string[]
  readonly packages: readonly string[]
}

export const rooms: readonly Room[] = [
  { folder: 'analyses/methods/core', imports: [], packages: [] },
  { folder: 'analyses/methods', imports: ['analyses/methods/core'], packages: [] },
  { folder: 'analyses/reference', imports: [], packages: [] },
  {
    folder: 'analyses/model',
    imports: ['analyses/methods/core'],
    packages: ['zod', 'yaml', 'intl-messageformat'],
  },
  {
    folder: 'analyses/charts',
    imports: ['analyses/model', 'analyses/methods/core'],
    packages: ['intl-messageformat'],
  },
  {
    folder: 'analyses/report',
    imports: ['analyses/model', 'analyses/charts', 'analyses/methods/core', 'analyses/reference'],
    packages: ['intl-messageformat'],
  },
  {
    folder: 'analyses/runner',
    imports: ['analyses/model', 'analyses/methods', 'analyses/methods/core', 'analyses/reference'],
    packages: ['intl-messageformat'],
  },
  {
    folder: 'analyses/protection',
    imports: ['analyses/model', 'analyses/methods', 'analyses/methods/core', 'analyses/reference'],
    packages: [],
  },
  { folder: 'preload/contract', imports: ['analyses/model'], packages: ['zod'] },
  { folder: 'preload/bridge', imports: ['preload/contract', 'analyses/model'], packages: ['electron'] },
  { folder: 'renderer/i18n', imports: ['analyses/model'], packages: ['intl-messageformat', 'react'] },
  { folder: 'renderer/theme', imports: ['analyses/model'], packages: [] },
  {
    folder: 'renderer/client',
    imports: ['preload/contract', 'analyses/model'],
    packages: ['react', 'apache-arrow'],
  },
  {
    folder: 'renderer/components',
    imports: ['analyses/model', 'analyses/charts', 'renderer/i18n', 'renderer/theme'],
    packages: ['react', 'ag-grid-community', 'ag-grid-react', 'vega', 'vega-lite', 'vega-interpreter'],
  },
  {
    folder: 'renderer/features',
    imports: [
      'renderer/client',
      'renderer/components',
      'renderer/i18n',
      'renderer/theme',
      'preload/contract',
      'analyses/model',
      'analyses/charts',
      'analyses/report',
    ],
    packages: ['react', 'react-dom', 'ag-grid-community', 'ag-grid-react', 'apache-arrow'],
  },
  {
    folder: 'renderer',
    imports: [
      'renderer/client',
      'renderer/features',
      'renderer/components',
      'renderer/i18n',
      'renderer/theme',
    ],
    packages: ['react', 'react-dom'],
  },
  { folder: 'main/guard', imports: [], packages: ['node'] },
  {
    folder: 'main/db',
    imports: ['main/guard', 'analyses/model', 'analyses/methods/core'],
    packages: ['node', '@duckdb/duckdb-wasm', 'apache-arrow', 'zod'],
  },
  {
    folder: 'main/ingest',
    imports: ['main/db', 'analyses/model', 'analyses/methods', 'analyses/methods/core', 'analyses/reference'],
    packages: [
      'node',
      'apache-arrow',
      'iconv-lite',
      '@journeyapps/wa-sqlite',
      'fzstd',
      'hyparquet',
      'hyparquet-compressors',
      'proj4',
      'saxes',
      'topojson-client',
      'yauzl',
    ],
  },
  { folder: 'main/solver', imports: ['analyses/methods/core'], packages: ['node', 'highs'] },
  { folder: 'main/packs', imports: ['analyses/model', 'analyses/runner'], packages: ['node', 'yaml'] },
  {
    folder: 'main/workspace',
    imports: [
      'main/db',
      'main/ingest',
      'main/packs',
      'main/solver',
      'analyses/model',
      'analyses/reference',
      'analyses/runner',
    ],
    packages: ['node', 'apache-arrow', 'yaml', 'zod'],
  },
  {
    folder: 'main/export',
    imports: ['analyses/model', 'analyses/charts', 'analyses/report'],
    packages: [
      'node',
      'vega',
      'vega-lite',
      'vega-interpreter',
      'opentype.js',
      '@resvg/resvg-js',
      'apache-arrow',
      'hyparquet-writer',
      'docx',
      'write-excel-file',
      'fflate',
      '@cantoo/pdf-lib',
      'saxes',
    ],
  },
  {
    folder: 'main/commands',
    imports: [
      'main/workspace',
      'main/ingest',
      'main/packs',
      'main/export',
      'main/solver',
      'preload/contract',
      'analyses/model',
      'analyses/protection',
      'analyses/reference',
      'analyses/report',
      'analyses/runner',
    ],
    packages: ['node'],
  },
  {
    folder: 'main/engine',
    imports: ['main/guard', 'main/commands', 'main/export', 'preload/contract', 'analyses/model'],
    packages: ['node'],
  },
  { folder: 'main/setup', imports: [], packages: ['node'] },
  {
    folder: 'main/cli',
    imports: ['main/guard', 'main/commands', 'main/export', 'analyses/model'],
    packages: ['node', 'intl-messageformat'],
  },
  {
    folder: 'main/app',
    imports: ['main/guard', 'main/commands', 'preload/contract', 'analyses/model'],
    packages: ['node', 'electron', 'zod'],
  },
]
