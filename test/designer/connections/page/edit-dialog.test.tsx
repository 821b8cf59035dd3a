// @vitest-environment jsdom
import { TextField } from '#ui'
import { screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { expect, it, vi } from 'vitest'
import { EditDialog } from '../../../../src/designer/connections/page/edit-dialog.tsx'
import { renderUi } from '../../../ui/render-ui.tsx'

// Dialogs are filled in here, on machines that do other things at the same time.
vi.setConfig({ testTimeout: 20_000 })

/** Something with a name that is saved when `answer` is called, with what is wrong. */
function openDialog() {
  let answer: (problem: string) => void = () => undefined
  const saved = vi.fn((_name: string) => new Promise<string>((resolve) => (answer = resolve)))
  const onClose = vi.fn()
  function Editor() {
    const form = useForm({ defaultValues: { name: 'Shop' } })
    const [problem, setProblem] = useState<string | null>(null)
    const save = form.handleSubmit(async ({ name }) => setProblem(await saved(name)))
    return (
      <EditDialog title="Edit Shop" form={form} problem={problem} onSave={() => save()} onClose={onClose}>
        <Controller name="name" control={form.control} render={({ field }) => <TextField label="Name" {...field} />} />
      </EditDialog>
    )
  }
  return { ...renderUi(<Editor />), saved, onClose, answer: (problem: string) => answer(problem) }
}

it('P22 saves what is typed once, however often it is pressed, and then says why it could not', async () => {
  const { user, saved, answer } = openDialog()
  await user.type(screen.getByLabelText('Name'), ' two')
  const save = screen.getByRole('button', { name: 'Save' })
  await user.click(save)
  await waitFor(() => expect(save.dataset['pending']).toBe('true'))
  await user.click(save)
  expect(saved.mock.calls).toEqual([['Shop two']])
  expect(screen.queryByText('The disk is full')).toBeNull()
  answer('The disk is full')
  await waitFor(() => expect(screen.getByText('The disk is full')).toBeTruthy())
  expect(save.dataset['pending']).toBeUndefined()
})

it('P22 saves with Enter, and closes without saving', async () => {
  const { user, saved, onClose } = openDialog()
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  await user.keyboard('{Escape}')
  expect([onClose.mock.calls.length, saved.mock.calls]).toEqual([2, []])
  await user.type(screen.getByLabelText('Name'), '{Enter}')
  await waitFor(() => expect(saved.mock.calls).toEqual([['Shop']]))
})
