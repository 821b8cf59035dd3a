/** The path of a Chromium or Chrome on this machine, or `undefined`. `CHROMIUM_PATH` wins. */
export declare function findBrowser(): string | undefined
