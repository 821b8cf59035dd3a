/** Which layers a layer may import, and which packages must or must not be inside it. */
export interface Layer {
  /** Layers it may import; `runtime (types)` allows `import type` only; `everything` is for the hosts. */
  readonly imports: readonly string[]
  /** The only packages it may import, or `undefined` when `never` decides. */
  readonly onlyPackages?: readonly string[]
  /** Packages it may not import. */
  readonly never?: readonly RegExp[]
}

const react = /^(react($|[-/])|@xyflow\/|@hookform\/|lucide-react|wouter|react-aria-components)/
const dexie = /^dexie/
const node = /^node:/
const data = ['zod']

/** The import table of `src/ARCHITECTURE.md`, as data. */
export const LAYERS: Readonly<Record<string, Layer>> = {
  base: { imports: [], onlyPackages: [] },
  expression: { imports: ['base'], onlyPackages: ['zod', 'jsonata'] },
  domain: { imports: ['base', 'expression'], onlyPackages: data },
  // Tokens are signed by jose and AWS requests by aws4fetch; both need nothing but WebCrypto.
  auth: { imports: ['base', 'domain'], onlyPackages: [...data, 'jose', 'aws4fetch'] },
  format: { imports: ['base', 'domain'], onlyPackages: data },
  demo: { imports: ['base', 'domain'], onlyPackages: data },
  operations: { imports: ['base', 'domain', 'expression'], onlyPackages: data },
  connectors: { imports: ['base', 'domain', 'expression'], onlyPackages: data },
  workspace: { imports: ['base', 'domain', 'format', 'connectors', 'operations'], onlyPackages: data },
  runtime: { imports: ['base', 'domain', 'expression', 'connectors'], onlyPackages: ['zod', 'jsonata', 're2js'] },
  vault: { imports: ['base', 'domain', 'auth'], never: [react, dexie, node] },
  storage: { imports: ['base', 'domain', 'format'], never: [react, node] },
  protocol: { imports: ['base', 'domain', 'operations (types)'], onlyPackages: data },
  drivers: {
    imports: ['base', 'domain', 'expression', 'connectors', 'auth', 'runtime', 'vault', 'storage', 'protocol', 'demo'],
    never: [react],
  },
  relay: { imports: ['base', 'domain', 'auth', 'protocol', 'demo'], never: [react, dexie] },
  sdk: { imports: ['protocol (types)'], onlyPackages: [] },
  ui: { imports: ['base'], never: [dexie, node, /^comlink/, /^@xyflow\//] },
  texts: { imports: ['base'], never: [dexie, node, /^comlink/] },
  workbench: {
    imports: ['base', 'domain', 'expression', 'connectors', 'format', 'operations', 'workspace', 'runtime (types)'],
    never: [dexie, node, /^comlink/],
  },
  designer: {
    imports: ['base', 'ui', 'texts', 'domain', 'expression', 'connectors', 'operations', 'workspace', 'workbench'],
    never: [dexie, node, /^comlink/, /^jsonata/],
  },
  hosts: { imports: ['everything'] },
}

/**
 * Every entry of `package.json#imports`. One index per layer, and three explicit second doors: the page must not load
 * what connectors do when they run, and must choose a driver without loading the other one.
 */
export const ENTRIES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.keys(LAYERS)
      .filter((layer) => !['drivers', 'sdk', 'hosts'].includes(layer))
      .map((layer) => [`#${layer}`, `./src/${layer}/index.ts`]),
  ),
  '#connectors/behaviours': './src/connectors/behaviours.ts',
  '#drivers/in-memory': './src/drivers/in-memory/index.ts',
  '#drivers/workers': './src/drivers/workers/index.ts',
}

/** Second doors that only some layers may use. */
export const RESERVED_ENTRIES: Readonly<Record<string, readonly string[]>> = {
  '#connectors/behaviours': ['drivers', 'hosts'],
}

/** Folders of the designer that others may use, and by whom. Everything else meets in `shell`. */
export const DESIGNER_SHARED: Readonly<Record<string, readonly string[]>> = {
  fields: [
    'canvas',
    'outline',
    'palette',
    'steps',
    'inspector',
    'run-panel',
    'wizard',
    'connector',
    'connections',
    'shell',
    'home',
  ],
  connections: ['canvas', 'outline', 'inspector', 'wizard', 'connector', 'run-panel', 'shell', 'home'],
  /** What can be done with a step, and how it is shown: the outline and the menus are equals of the canvas. */
  steps: ['canvas', 'outline', 'palette', 'inspector', 'run-panel', 'shell'],
  /** Around every screen. */
  frame: ['connections', 'connector', 'home', 'shell'],
  /** Locked and unlocked from anywhere. */
  vault: ['frame', 'shell', 'run-panel', 'connections', 'home'],
  /** A document leaves from the list and from the designer. */
  export: ['home', 'shell'],
}

/** Files that a host may load past the indexes: the style sheet is no module, and the version is the package's. */
export const HOST_ASSETS = ['src/ui/styles.css', 'package.json']
