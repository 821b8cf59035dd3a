// @vitest-environment jsdom
import { RowsField, type NamedRow, type RowsFieldProps } from '#ui'
import { screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { renderUi } from './render-ui.tsx'

const words = { name: 'Name', value: 'Value', place: 'Place', add: 'Add a part' }
const places = [
  { id: 'header', label: 'Header' },
  { id: 'query', label: 'Query parameter' },
]

/** A field that keeps its rows; what it holds is in `now`. */
function openRows(start: readonly NamedRow[], props: Partial<RowsFieldProps> = {}) {
  const now: { rows: readonly NamedRow[] } = { rows: start }
  function Kept() {
    const [rows, setRows] = useState(start)
    now.rows = rows
    return <RowsField label="What to send" words={words} rows={rows} onChange={setRows} {...props} />
  }
  return { now, ...renderUi(<Kept />) }
}

it('adds, fills in and removes rows', async () => {
  const { now, user } = openRows([])
  await user.click(screen.getByRole('button', { name: 'Add a part' }))
  await user.type(screen.getByRole('textbox', { name: 'Name 1' }), 'prompt')
  await user.type(screen.getByRole('textbox', { name: 'Value 1' }), 'consent')
  await user.click(screen.getByRole('button', { name: 'Add a part' }))
  expect(now.rows).toEqual([
    { name: 'prompt', value: 'consent' },
    { name: '', value: '' },
  ])
  await user.click(screen.getByRole('button', { name: 'Remove row 1' }))
  expect(now.rows).toEqual([{ name: '', value: '' }])
})

it('asks where a row goes, when it goes somewhere', async () => {
  const { now, user } = openRows([], { places })
  await user.click(screen.getByRole('button', { name: 'Add a part' }))
  expect(now.rows).toEqual([{ name: '', value: '', in: 'header' }])
  await user.click(screen.getByRole('button', { name: /Place 1$/ }))
  await user.click(screen.getByRole('option', { name: 'Query parameter' }))
  expect(now.rows).toEqual([{ name: '', value: '', in: 'query' }])
})

it('says beside a row what is wrong with it, and below all of them what is wrong with them', () => {
  openRows([{ name: '', value: 'x' }], { rowErrors: [{ name: 'Give it a name.' }], error: 'No row holds a secret.' })
  expect(screen.getByRole('textbox', { name: 'Name 1' }).getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByText('Give it a name.')).toBeTruthy()
  const group = screen.getByRole('group', { name: 'What to send' })
  const description = document.getElementById(group.getAttribute('aria-describedby') ?? '')
  expect(description?.textContent).toBe('No row holds a secret.')
})
