/** What home keeps beside the integrations: records set aside, and the trash. It loads when there is any. */
export const keptRecords = {
  kept: {
    damaged_one: 'A record could not be read and was set aside',
    damaged_other: '{{count}} records could not be read and were set aside',
    damagedText: 'Everything else is loaded. Export a record to see what was in it, and discard it when you are done.',
    damagedList: 'Records set aside',
    record: {
      connections: 'Connection {{name}}',
      authMethods: 'Auth method {{name}}',
      credentials: 'Credentials {{name}}',
      payloads: 'Test payload {{name}}',
      runs: 'Run {{name}}',
      other: '{{table}} {{name}}',
    },
    setAside: 'Set aside {{when}}',
    sealed: 'Credentials stay sealed and are not exported. Enter them again.',
    exportRecord: 'Export: {{record}}',
    discard: 'Discard',
    discardRecord: 'Discard: {{record}}',
    discardTitle: 'Discard this record?',
    discardText: '{{record}} is deleted from this browser for good. This cannot be undone.',
    deleted: 'Recently deleted',
    deletedText: 'The last 50 deleted integrations wait here.',
    deletedWhen: 'Deleted {{when}}',
    restore: 'Restore',
    restoreIt: 'Restore {{name}}',
  },
} as const
