/** The help pages, in the order in which they are best read. */
export const HELP_TOPICS = ['connectors', 'connections', 'auth-methods', 'embedded-connectors'] as const

export type HelpTopic = (typeof HELP_TOPICS)[number]
