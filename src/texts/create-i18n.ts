import type { i18n } from 'i18next'
import { createTranslator, type TextResources } from './create-translator.ts'
import type { connectionForm } from './en/connection-form.ts'
import type { consentFailures } from './en/consent-failures.ts'
import type { consentPanel } from './en/consent-panel.ts'
import type { formProblems } from './en/form-problems.ts'
import { en } from './en/index.ts'
import type { help } from './en/help.ts'
import type { vaultDialogs } from './en/vault-dialogs.ts'

/** What parts add with `addTexts` when they are loaded. */
interface LaterTexts {
  readonly connections: typeof connectionForm
  readonly consent: typeof consentPanel
  readonly failures: typeof consentFailures
  readonly help: typeof help
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
