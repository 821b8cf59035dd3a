// @vitest-environment jsdom
import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Link, Route, Router, Switch } from 'wouter'
import { guardLeaving, useGuardedLocation } from '../../../src/designer/frame/leave-guard.ts'

let stopGuarding: () => void = () => undefined

beforeEach(() => {
  history.replaceState(null, '', '/')
})
afterEach(() => act(() => stopGuarding()))

/** Two screens; the second one is open, and came from the first. */
function open() {
  render(
    <Router hook={useGuardedLocation}>
      <Switch>
        <Route path="/">
          <Link href="/work">Work</Link>
        </Route>
        <Route path="/work">
          <Link href="/">Home</Link>
        </Route>
      </Switch>
    </Router>,
  )
  act(() => history.pushState(null, '', '/work'))
  expect(screen.getByText('Home')).toBeTruthy()
}

/** A guard that answers when the test does. */
function guard(mayLeave: boolean) {
  const asked: ((may: boolean) => void)[] = []
  stopGuarding = guardLeaving({
    mayLeave: () => mayLeave,
    ask: () => new Promise((resolve) => asked.push(resolve)),
  })
  return {
    asked,
    answer: (may: boolean) => act(async () => asked.shift()?.(may)),
  }
}

const back = async () => {
  act(() => history.back())
  await waitFor(() => expect(location.pathname).toBe('/'))
}

it('lets a link and Back through at once where nothing would be lost', async () => {
  open()
  const { asked } = guard(true)
  await userEvent.click(screen.getByText('Home'))
  await screen.findByText('Work')
  act(() => history.pushState(null, '', '/work'))
  await back()
  await screen.findByText('Work')
  expect(asked).toEqual([])
})

it('goes where a link leads only after the answer, and asks one question at a time', async () => {
  open()
  const { asked, answer } = guard(false)
  await userEvent.click(screen.getByText('Home'))
  await userEvent.click(screen.getByText('Home'))
  expect(asked).toHaveLength(1)
  await answer(false)
  expect(location.pathname).toBe('/work')
  await userEvent.click(screen.getByText('Home'))
  await answer(true)
  await screen.findByText('Work')
  expect(location.pathname).toBe('/')
})

it('goes on showing the screen when Back was pressed, until it may be left', async () => {
  open()
  const { asked, answer } = guard(false)
  await back()
  expect(asked).toHaveLength(1)
  expect(screen.getByText('Home')).toBeTruthy()
  await answer(true)
  await screen.findByText('Work')
})

it('takes the address back when the person stays, so that Back asks again', async () => {
  open()
  const { asked, answer } = guard(false)
  await back()
  await answer(false)
  expect(location.pathname).toBe('/work')
  expect(screen.getByText('Home')).toBeTruthy()
  await back()
  expect(asked).toHaveLength(1)
  await answer(true)
  await screen.findByText('Work')
})

it('holds nobody back any more when the screen is gone', async () => {
  open()
  guard(false)
  await back()
  expect(screen.getByText('Home')).toBeTruthy()
  act(() => stopGuarding())
  await screen.findByText('Work')
})
