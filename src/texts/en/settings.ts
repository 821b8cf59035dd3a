/** Settings: theme, language, keyboard. */
export const settings = {
  title: 'Settings',
  theme: 'Theme',
  themes: { light: 'Light', dark: 'Dark', system: 'System' },
} as const
