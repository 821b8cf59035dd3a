// @vitest-environment jsdom
import { createI18n, TextsProvider } from '#texts'
import { openWorkspace, WorkspaceProvider } from '#workbench'
import { act, render, screen } from '@testing-library/react'
import { Profiler } from 'react'
import { describe, expect, it } from 'vitest'
import { Expiry } from '../../../../src/designer/connections/consent/expiry.tsx'
import { memoryHost } from '../../../fixtures/memory-ports.ts'

const MINUTE = 60_000

/** An end that is counted down, as the person sees it; `count` is how often it was drawn. */
function countdown(milliseconds: number, props: { readonly isRenewed?: boolean } = {}) {
  const host = memoryHost()
  const drawn = { count: 0 }
  render(
    <TextsProvider i18n={createI18n('en')}>
      <WorkspaceProvider ports={host.ports} store={openWorkspace(host.ports, []).store}>
        <Profiler id="expiry" onRender={() => (drawn.count += 1)}>
          <p role="note">
            <Expiry at={host.ports.environment.now() + milliseconds} {...props} />
          </p>
        </Profiler>
      </WorkspaceProvider>
    </TextsProvider>,
  )
  return {
    drawn,
    pass: (time: number) => act(() => host.pass(time)),
    shown: () => screen.getByRole('note').textContent,
  }
}

describe('an end that is counted down', () => {
  it('V13 moves by itself, and then says that it is over', async () => {
    const { pass, shown } = countdown(12 * MINUTE + 30_000)
    expect(shown()).toBe('expires in 12 minutes')
    await pass(31_000)
    expect(shown()).toBe('expires in 11 minutes')
    await pass(10 * MINUTE + 58_000)
    await pass(1100)
    expect(shown()).toBe('expires in 59 seconds')
    await pass(60_000)
    expect(shown()).toBe('expired now')
    await pass(5 * MINUTE)
    expect(shown()).toBe('expired 5 minutes ago')
  })

  it('V13 is drawn when its words change, not each second', async () => {
    const { pass, drawn } = countdown(3 * 60 * MINUTE)
    for (let seconds = 0; seconds < 600; seconds += 1) await pass(1000)
    expect(drawn.count).toBeLessThan(5)
  })

  it('V13 says what is renewed by itself', async () => {
    const { pass, shown } = countdown(2 * MINUTE, { isRenewed: true })
    expect(shown()).toBe('expires in 2 minutes, renewed by itself')
    await pass(3 * MINUTE)
    expect(shown()).toBe('renewed with the next request')
  })
})
