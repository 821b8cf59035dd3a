import { parseSync } from 'vite'

/** One way in which a file names another module. */
export interface ModuleReference {
  /** As written, without a query such as `?worker`; `null` when it is computed and cannot be read. */
  readonly specifier: string | null
  /** `import type` and `export type`: gone at run time. */
  readonly typeOnly: boolean
  readonly line: number
}

/** One name that a file offers. */
interface ExportedName {
  readonly name: string
  readonly typeOnly: boolean
}

/** What the architecture tests need to know of a file. */
export interface ScannedSource {
  readonly references: readonly ModuleReference[]
  readonly exports: readonly ExportedName[]
  /** Lines of constructs that are not used here, by what they are. */
  readonly banned: readonly { readonly what: string; readonly line: number }[]
}

interface SyntaxNode {
  readonly type: string
  readonly start: number
  readonly [key: string]: unknown
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

const identifierOf = (value: unknown): string | undefined =>
  isNode(value) && value.type === 'Identifier' ? String(value['name']) : undefined

const isMetaProperty = (value: unknown): boolean => isNode(value) && value.type === 'MetaProperty'

function textOf(value: unknown): string | null {
  if (!isNode(value)) return null
  if (value.type === 'Literal' && typeof value['value'] === 'string') return value['value']
  if (value.type === 'TSLiteralType') return textOf(value['literal'])
  return null
}

/** Visits every node below `value`, parents first. */
function visit(value: unknown, see: (node: SyntaxNode) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, see)
    return
  }
  if (!isNode(value)) return
  see(value)
  for (const key in value) {
    const child = value[key]
    if (typeof child === 'object' && child !== null) visit(child, see)
  }
}

/** The module a node names, `null` when it is computed, `undefined` when the node names none. */
function moduleOf(node: SyntaxNode): string | null | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return textOf(node['source'] ?? node['argument'])
    case 'ExportNamedDeclaration':
      return node['source'] ? textOf(node['source']) : undefined
    case 'NewExpression': {
      const [target, base] = node['arguments'] as readonly unknown[]
      const isAsset = identifierOf(node['callee']) === 'URL' && isNode(base) && isMetaProperty(base['object'])
      // A file that is only read, such as a folder beside the build, is no module.
      return isAsset && isNode(target) && /\.[jt]sx?$/.test(textOf(target) ?? '') ? textOf(target) : undefined
    }
    default:
      return undefined
  }
}

/** What a node is, when it is something this code base does without. */
function bannedOf(node: SyntaxNode): string | undefined {
  const empty = Array.isArray(node['arguments']) && node['arguments'].length === 0
  if (node.type === 'TSEnumDeclaration') return 'enum'
  if (node.type === 'ExportAllDeclaration') return 'export *'
  if (node.type === 'ExportDefaultDeclaration') return 'export default'
  if (node.type === 'NewExpression' && empty && identifierOf(node['callee']) === 'Date') return 'new Date()'
  if (node.type === 'CallExpression' && identifierOf(node['callee']) === 'Date') return 'Date()'
  if (node.type === 'MemberExpression' && isMetaProperty(node['object']) && identifierOf(node['property']) === 'glob') {
    return 'import.meta.glob'
  }
  return undefined
}

function exportsOf(node: SyntaxNode): readonly ExportedName[] {
  if (node.type !== 'ExportNamedDeclaration') return []
  const typeOnly = node['exportKind'] === 'type'
  const specifiers = node['specifiers'] as readonly SyntaxNode[]
  const named = specifiers.map((specifier) => ({
    name: identifierOf(specifier['exported']) ?? '',
    typeOnly: typeOnly || specifier['exportKind'] === 'type',
  }))
  const declaration = node['declaration']
  if (!isNode(declaration)) return named
  const ids = Array.isArray(declaration['declarations'])
    ? (declaration['declarations'] as readonly SyntaxNode[]).map((one) => one['id'])
    : [declaration['id']]
  return [...named, ...ids.map((id) => ({ name: identifierOf(id) ?? '', typeOnly }))]
}

/** Reads a file's syntax tree: comments and strings that merely look like imports do not count. */
export function scanSource(path: string, text: string): ScannedSource {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message ?? 'does not parse'}`)
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length
  const references: ModuleReference[] = []
  const exports: ExportedName[] = []
  const banned: { what: string; line: number }[] = []
  visit(program, (node) => {
    const line = lineOf(node.start)
    const specifier = moduleOf(node)
    const typeOnly = node['importKind'] === 'type' || node['exportKind'] === 'type' || node.type === 'TSImportType'
    if (specifier !== undefined) references.push({ specifier: specifier?.split('?')[0] ?? null, typeOnly, line })
    exports.push(...exportsOf(node))
    const what = bannedOf(node)
    if (what !== undefined) banned.push({ what, line })
  })
  return { references, exports, banned }
}
