import type { DemoResource } from './demo-resource.ts'

/** Small and only read: made to fill a choice in a form. */
export const regions: DemoResource = {
  name: 'regions',
  fields: ['id', 'name'],
  seed: () => [
    { id: 'north', name: 'Northern Europe' },
    { id: 'south', name: 'Southern Europe' },
    { id: 'west', name: 'Western Europe' },
    { id: 'east', name: 'Eastern Europe' },
    { id: 'americas', name: 'Americas' },
    { id: 'apac', name: 'Asia and Pacific' },
    { id: 'mea', name: 'Middle East and Africa' },
  ],
  writing: null,
}
