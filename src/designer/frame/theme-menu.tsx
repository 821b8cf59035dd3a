import { useTranslation } from '#texts'
import { applyTheme, Button, Menu, MenuItem, MenuTrigger, useTheme, type Theme } from '#ui'
import { usePorts } from '#workbench'
import { Monitor, Moon, Sun } from 'lucide-react'

/** Where the choice is kept. */
export const THEME_PREFERENCE = 'theme'

const THEMES = [
  { id: 'system', key: 'settings.themes.system', icon: <Monitor /> },
  { id: 'light', key: 'settings.themes.light', icon: <Sun /> },
  { id: 'dark', key: 'settings.themes.dark', icon: <Moon /> },
] as const

/** Light, dark, or as the device says. */
export function ThemeMenu() {
  const { t } = useTranslation()
  const { theme, shown } = useTheme()
  const { preferences } = usePorts()
  return (
    <MenuTrigger>
      <Button variant="quiet" icon={shown === 'dark' ? <Moon /> : <Sun />} aria-label={t('settings.theme')}>
        <span className="max-md:hidden">{t('settings.theme')}</span>
      </Button>
      <Menu
        label={t('settings.theme')}
        placement="top start"
        selectionMode="single"
        selectedKeys={[theme]}
        onAction={(key) => {
          const chosen: Theme = THEMES.find(({ id }) => id === key)?.id ?? 'system'
          applyTheme(chosen)
          preferences.write(THEME_PREFERENCE, chosen)
        }}
      >
        {THEMES.map(({ id, key, icon }) => (
          <MenuItem key={id} id={id} label={t(key)} icon={icon} />
        ))}
      </Menu>
    </MenuTrigger>
  )
}
