import { lazy } from 'react'

export { AppFrame, type AppFrameProps } from './frame/app-frame.tsx'
export { useGuardedLocation } from './frame/leave-guard.ts'
export { VaultHost } from './vault/vault-host.tsx'
export { THEME_PREFERENCE } from './frame/theme-menu.tsx'

/** The home screen. Screens load when they are first opened. */
export const HomeScreen = lazy(async () => ({ default: (await import('./home/home-screen.tsx')).HomeScreen }))

/** The designer of one integration. */
export const DesignerScreen = lazy(async () => ({
  default: (await import('./shell/designer-screen.tsx')).DesignerScreen,
}))

/** Explains what an integration is connected with. */
export const HelpScreen = lazy(async () => ({ default: (await import('./help/help-screen.tsx')).HelpScreen }))

/** Every connection of the workspace. */
export const ConnectionsScreen = lazy(async () => ({
  default: (await import('./connections/connections-screen.tsx')).ConnectionsScreen,
}))

/** Tells how tests of connections ended that began by themselves. */
export const ConnectionTestNotices = lazy(async () => ({
  default: (await import('./connections/check/test-notices.tsx')).TestNotices,
}))
