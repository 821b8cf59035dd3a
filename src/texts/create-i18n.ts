import type { i18n } from 'i18next'
import { createTranslator, type TextResources } from './create-translator.ts'
import type { connectionForm } from './en/connection-form.ts'
import type { consentFailures } from './en/consent-failures.ts'
import type { consentPanel } from './en/consent-panel.ts'
import type { formProblems } from './en/form-problems.ts'
import { en } from './en/index.ts'
import type { help } from './en/help.ts'
import type { keptRecords } from './en/kept-records.ts'
import type { keys } from './en/keys.ts'
import type { vaultDialogs } from './en/vault-dialogs.ts'
import type { workNotices } from './en/work-notices.ts'

/** What parts add with `addTexts` when they are loaded. */
interface LaterTexts {
  readonly connections: typeof connectionForm
  readonly consent: typeof consentPanel
  readonly designer: typeof workNotices
  readonly failures: typeof consentFailures
  readonly help: typeof help
  readonly home: typeof keptRecords
  readonly keys: typeof keys
  readonly problems: typeof formProblems
  readonly vault: typeof vaultDialogs
}

declare module 'i18next' {
  // A wrong key, or a key without the values its sentence needs, does not compile.
  interface CustomTypeOptions {
    readonly defaultNS: 'translation'
    readonly nsSeparator: false
    readonly strictInterpolationChecks: true
    readonly resources: { readonly translation: typeof en & LaterTexts }
  }
}

/** A translator of everything. `locale` is a BCP 47 tag; `resources` are its sentences, English when left out. */
export function createI18n(locale: string, resources: TextResources = {}): i18n {
  return createTranslator(en, locale, resources)
}
