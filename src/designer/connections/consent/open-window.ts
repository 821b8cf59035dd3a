const WIDTH = 560
const HEIGHT = 720

/**
 * Opens a provider's page in a small window; null when the browser blocks it. To be called within a press, because only
 * then browsers allow it. The window has no way back to this page, so that a provider cannot navigate it.
 */
export function openWindow(url: string): Window | null {
  const left = Math.max(0, window.screenX + (window.outerWidth - WIDTH) / 2)
  const top = Math.max(0, window.screenY + (window.outerHeight - HEIGHT) / 3)
  const opened = window.open(url, '_blank', `popup,width=${WIDTH},height=${HEIGHT},left=${left},top=${top}`)
  // Not `noopener`: that gives no window, and then nobody can tell a blocked one from an open one.
  if (opened) opened.opener = null
  return opened
}
