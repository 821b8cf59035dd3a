import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'

/** Sentences of one locale: the tree of `en`, as far as it is translated; what is missing is taken from English. */
export interface TextResources {
  readonly [key: string]: string | TextResources
}

/** A translator that is ready: resources are bundled, so nothing loads and nothing suspends. `english` is copied. */
export function createTranslator(english: TextResources, locale: string, resources: TextResources): i18n {
  const instance = createInstance()
  void instance.use(initReactI18next).init({
    lng: locale,
    fallbackLng: 'en',
    initAsync: false,
    nsSeparator: false,
    // A copy, since parts add to it.
    resources: {
      en: { translation: structuredClone(english) },
      ...(locale === 'en' ? {} : { [locale]: { translation: resources } }),
    },
    // React escapes what it renders; escaping twice would show `&amp;`.
    interpolation: { escapeValue: false },
    returnedObjectHandler: (key: string) => key,
    react: { useSuspense: false, bindI18nStore: 'added' },
  })
  return instance
}
