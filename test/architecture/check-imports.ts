import { posix } from 'node:path'
import { DESIGNER_SHARED, ENTRIES, HOST_ASSETS, LAYERS, RESERVED_ENTRIES } from './layer-table.ts'
import { scanSource, type ModuleReference } from './scan-source.ts'

/** `src/hosts/app/app.tsx` → `hosts`. */
const layerOf = (path: string): string => path.split('/')[1] ?? ''

/** The part of a layer that must not be left by a relative import: a host is on its own. */
const homeOf = (path: string): string => {
  const [, layer = '', host = ''] = path.split('/')
  return layer === 'hosts' ? `src/hosts/${host}/` : `src/${layer}/`
}

/** `src/designer/canvas/node/step.tsx` → `canvas`; a file directly in the designer has none. */
const designerFolderOf = (path: string): string | undefined => {
  const parts = path.split('/')
  return parts[1] === 'designer' && parts.length > 3 ? parts[2] : undefined
}

function relativeProblem(path: string, specifier: string): string | undefined {
  const target = posix.join(posix.dirname(path), specifier)
  if (layerOf(path) === 'hosts' && HOST_ASSETS.includes(target)) return undefined
  if (!target.startsWith(homeOf(path))) return `leaves ${homeOf(path)}`
  const from = designerFolderOf(path)
  const to = designerFolderOf(target)
  if (from === undefined || from === 'shell' || to === undefined || from === to) return undefined
  return DESIGNER_SHARED[to]?.includes(from) === true ? undefined : `designer folders meet in shell: ${from} uses ${to}`
}

function layerProblem(layer: string, specifier: string, typeOnly: boolean): string | undefined {
  if (!(specifier in ENTRIES)) return 'reaches behind an index'
  const target = specifier.slice(1).split('/')[0] ?? ''
  if (target === layer) return 'imports its own index'
  if (RESERVED_ENTRIES[specifier]?.includes(layer) === false) return `${layer} may not use this door`
  const allowed = LAYERS[layer]?.imports ?? []
  if (allowed.includes('everything') || allowed.includes(target)) return undefined
  if (allowed.includes(`${target} (types)`)) return typeOnly ? undefined : `only "import type" from ${target}`
  return `${layer} may not import ${target}`
}

function packageProblem(layer: string, specifier: string): string | undefined {
  const { onlyPackages, never } = LAYERS[layer] ?? {}
  const allowed = onlyPackages?.some((name) => specifier === name || specifier.startsWith(`${name}/`))
  if (allowed === false || never?.some((pattern) => pattern.test(specifier))) return `never inside ${layer}`
  return undefined
}

function problemOf(path: string, { specifier, typeOnly }: ModuleReference): string | undefined {
  if (specifier === null) return 'a computed import cannot be checked'
  if (specifier.startsWith('.')) return relativeProblem(path, specifier)
  if (specifier.startsWith('/')) return 'an absolute path'
  if (specifier.startsWith('#')) return layerProblem(layerOf(path), specifier, typeOnly)
  return packageProblem(layerOf(path), specifier)
}

/** What is wrong with a file's imports, as lines to read: `src/ui/a.ts:3 #domain: ui may not import domain`. */
export function checkImports(path: string, text: string): readonly string[] {
  if (!(layerOf(path) in LAYERS)) return [`${path}: not in a layer`]
  return scanSource(path, text).references.flatMap((reference) => {
    const wrong = problemOf(path, reference)
    return wrong === undefined ? [] : [`${path}:${reference.line} ${reference.specifier ?? 'import(…)'}: ${wrong}`]
  })
}
