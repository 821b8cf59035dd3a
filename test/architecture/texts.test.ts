import {
  addTexts,
  connectionForm,
  consentFailures,
  lateFailures,
  consentPanel,
  createI18n,
  formProblems,
  help,
  keptRecords,
  keys as keyTexts,
  vaultDialogs,
  workNotices,
  type TextResources,
} from '#texts'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const src = fileURLToPath(new URL('../../src', import.meta.url))
const PLURALS = ['zero', 'one', 'two', 'few', 'many', 'other']

const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith(join('texts', 'en')))
  .map((file) => ({ file, code: readFileSync(join(src, file), 'utf8') }))

function leavesOf(tree: TextResources, prefix = ''): readonly string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : leavesOf(value, `${prefix}${key}.`),
  )
}

/** Also what parts add when they are loaded. */
const i18n = createI18n('en')
addTexts(i18n, {
  consent: consentPanel,
  designer: workNotices,
  failures: { ...consentFailures, ...lateFailures },
  connections: connectionForm,
  problems: formProblems,
  vault: vaultDialogs,
  help,
  home: keptRecords,
  keys: keyTexts,
})
const all: TextResources = i18n.getResourceBundle('en', 'translation')
const keys = leavesOf(all)
const known = new Set([...keys, ...keys.map((key) => key.replace(new RegExp(`_(${PLURALS.join('|')})$`), ''))])

/** Every `t('…')`, `` t(`…`) `` and `i18nKey="…"`; also both arms of `t(condition ? 'a' : 'b')`. */
function usesOf(code: string): readonly { readonly key: string; readonly isPrefix: boolean }[] {
  const calls = [...code.matchAll(/\bt\(([^)]*)/g)].map(([, argument = '']) => argument.split(',')[0] ?? '')
  const literals = calls.flatMap((argument) => [...argument.matchAll(/'([\w-]+(?:\.[\w-]+)+)'/g)].map(([, key]) => key))
  const templates = calls.flatMap((argument) => [...argument.matchAll(/`([\w.-]+)\$\{/g)].map(([, key]) => key))
  const elements = [...code.matchAll(/i18nKey="([^"]+)"/g)].map(([, key]) => key)
  return [
    ...[...literals, ...elements].map((key = '') => ({ key, isPrefix: false })),
    ...templates.map((key = '') => ({ key, isPrefix: true })),
  ]
}

describe('keys', () => {
  it('finds the ways in which a key is used', () => {
    const code = "t('home.title') t(a ? 'x.y' : 'x.z', { n }) t(`run.status.${s}`) <Trans i18nKey=\"a.b\" />"
    expect(usesOf(code).map(({ key }) => key)).toEqual(['home.title', 'x.y', 'x.z', 'a.b', 'run.status.'])
  })

  it('every key that a component uses has a sentence', () => {
    const missing = sources.flatMap(({ file, code }) =>
      usesOf(code)
        .filter(({ key, isPrefix }) => (isPrefix ? !keys.some((known) => known.startsWith(key)) : !known.has(key)))
        .map(({ key }) => `${file}: ${key}`),
    )
    expect(missing).toEqual([])
  })

  it('every label of a built-in connector that is a key has a sentence', () => {
    const missing = sources
      .filter(({ file }) => file.startsWith('connectors'))
      .flatMap(({ file, code }) =>
        [...code.matchAll(/'(connector(?:\.[\w-]+){2,})'/g)].map(([, key = '']) => ({ file, key })),
      )
      .filter(({ key }) => !known.has(key))
    expect(missing).toEqual([])
  })

  // An area's words may come before its screen, so this holds from the moment all screens are there.
  const screens = ['canvas', 'palette', 'inspector', 'fields', 'connections', 'run-panel', 'shell']
  it.runIf(screens.every((screen) => existsSync(join(src, 'designer', screen))))('every area is used', () => {
    const unused = Object.keys(all).filter(
      (area) => !sources.some(({ code }) => new RegExp(`['"\`]${area}\\.`).test(code)),
    )
    expect(unused).toEqual([])
  })

  it('no sentence is empty, has space around it or lacks one of its plural forms', () => {
    const blank = keys.filter((key) => {
      const text = key
        .split('.')
        .reduce<string | TextResources | undefined>(
          (tree, part) => (typeof tree === 'object' ? tree[part] : undefined),
          all,
        )
      return typeof text !== 'string' || text === '' || text.trim() !== text
    })
    const lonely = keys
      .filter((key) => /_(one|other)$/.test(key))
      .filter((key) => {
        const stem = key.replace(/_(one|other)$/, '')
        return !keys.includes(`${stem}_one`) || !keys.includes(`${stem}_other`)
      })
    expect({ blank, lonely }).toEqual({ blank: [], lonely: [] })
  })
})
