import { createCatalog, type Catalog, type Connector } from '#domain'
import { coreConnector } from './builtin/core/manifest.ts'
import { demoConnector } from './builtin/demo/manifest.ts'
import { httpConnector } from './builtin/http/manifest.ts'

/** Every connector that comes with Patchbay, in the order the palette shows them. */
export const builtinConnectors: readonly Connector[] = [coreConnector, httpConnector, demoConnector]

/** A catalog of the built-in connectors and, after them, those of the workspace. */
export function createBuiltinCatalog(more: readonly Connector[] = []): Catalog {
  return createCatalog([...builtinConnectors, ...more])
}
