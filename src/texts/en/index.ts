import { checks } from './checks.ts'
import { designerTexts } from './designer-texts.ts'
import { failures } from './failures.ts'
import { pageTexts } from './page-texts.ts'

/**
 * Every English sentence of the product. The first part of a key is the area, and an area is a file beside this one;
 * only `connectors.ts` answers to the singular `connector`, because its keys name one connector: `connector.http.name`.
 *
 * To add a key, add a property to the area's object:
 * @example
 * // en/home.ts
 * importFailed: 'The file {{file}} cannot be imported.'        // t('home.importFailed', { file })
 * stepCount_one: '{{count}} step', stepCount_other: '{{count}} steps'  // t('home.stepCount', { count })
 */
export const en = { ...pageTexts, ...designerTexts, checks, failures } as const
