/** Whether the keyboard is Apple's: what browsers say of themselves there is the same for Mac, iPad and iPhone. */
export const isAppleDevice = (): boolean => /Mac|iPad|iPhone/.test(navigator.userAgent)
