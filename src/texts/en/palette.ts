/** The step palette. */
export const palette = {
  label: 'Step palette',
  search: 'Search steps',
  list: 'Steps',
  recent: 'Recent',
  results: 'Results',
  group: { control: 'Flow control', data: 'Data' },
  control: {
    branch: 'Goes one way or another, by conditions or by a value.',
    loop: 'Runs its steps for every item of a list, or a number of times.',
    'break-loop': 'Ends the loop around it.',
    stop: 'Ends the run, as a success or with an error.',
  },
  noMatches: 'No step matches “{{query}}”',
  noMatchesHint: 'Try fewer letters, or the name of a product.',
  more_one: '{{count}} more; keep typing to narrow it down',
  more_other: '{{count}} more; keep typing to narrow it down',
  addTitle: 'Add a step',
} as const
