// @vitest-environment jsdom
import '../../../ui/dom-gaps.ts'
import { err, ok, type Result } from '#base'
import type { Consent, ConsentRequest, Failure } from '#domain'
import { createI18n, TextsProvider } from '#texts'
import { openWorkspace, WorkspaceProvider, type ConsentPort } from '#workbench'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ConsentPanel } from '../../../../src/designer/connections/consent/consent-panel.tsx'
import { memoryHost } from '../../../fixtures/memory-ports.ts'
import { connection, workspaceOf } from '../../../fixtures/workspace-builder.ts'

const failure = (code: string, params: Failure['params'] = {}): Failure => ({ code, params, retryable: false, at: {} })

afterEach(() => {
  vi.unstubAllGlobals()
})

/** A panel over a vault worker that does as it is told. */
function panel(grant: 'authorization-code' | 'device', fields: readonly string[] = []) {
  const host = memoryHost()
  const made = connection('Shop', {
    type: 'oauth2',
    credential: true,
    settings: { grant, authorizationUrl: 'https://id.example.com/go', deviceUrl: 'https://id.example.com/device' },
  })
  const built = { ...made, credential: fields.length === 0 ? undefined : { ...made.credential!, fields: [...fields] } }
  const begins: ((begun: Result<ConsentRequest, Failure>) => void)[] = []
  const ends: ((outcome: Result<Consent, Failure>) => void)[] = []
  const cancelled: string[] = []
  const consent: ConsentPort = {
    redirectUri: 'http://localhost:4400/oauth/callback',
    begin: () => new Promise((resolve) => begins.push(resolve)),
    outcome: () => new Promise((resolve) => ends.push(resolve)),
    cancel: async (id) => void cancelled.push(id),
  }
  const ports = { ...host.ports, consent }
  host.setWorkspace(workspaceOf([built]))
  const { store } = openWorkspace(ports, [])
  host.setWorkspace(workspaceOf([built]))
  const onDone = vi.fn()
  const drawn = render(
    <TextsProvider i18n={createI18n('en')}>
      <WorkspaceProvider ports={ports} store={store}>
        <ConsentPanel connection={built.connection} onDone={onDone} />
      </WorkspaceProvider>
    </TextsProvider>,
  )
  const user = userEvent.setup()
  return {
    ...drawn,
    user,
    onDone,
    cancelled,
    begun: (begun: Result<ConsentRequest, Failure>) => act(async () => begins.shift()?.(begun)),
    ended: (outcome: Result<Consent, Failure>) => act(async () => ends.shift()?.(outcome)),
    asked: () => begins.length,
    now: host.ports.environment.now,
  }
}

const request = (id = 'consent_1'): Result<ConsentRequest, Failure> =>
  ok({ kind: 'window', id, url: 'https://id.example.com/go?state=s', host: 'id.example.com' })

const button = (name: string) => screen.getByRole('button', { name })

/** Windows of the browser: each that is opened, or none when they are blocked. */
function windows(isBlocked = false) {
  const opened: { url: string; closed: boolean; opener: unknown; focus: () => void; close: () => void }[] = []
  vi.stubGlobal('open', (url: string) => {
    if (isBlocked) return null
    const one = { url, closed: false, opener: {} as unknown, focus: vi.fn(), close: () => void (one.closed = true) }
    opened.push(one)
    return one
  })
  return opened
}

describe('the consent panel', () => {
  it('P07 V13 opens the window in the press itself, with an address that was ready, and cuts its way back', async () => {
    const opened = windows()
    const { user, begun, ended, onDone } = panel('authorization-code')
    await user.click(button('Connect to id.example.com'))
    expect(opened).toEqual([])
    await begun(request())
    await user.click(button('Connect to id.example.com'))
    expect(opened).toMatchObject([{ url: 'https://id.example.com/go?state=s', opener: null }])
    expect(screen.getByText('Continue in the window of id.example.com')).toBeTruthy()
    await ended(ok({ expiresAt: null, isRenewable: true }))
    expect(onDone).toHaveBeenCalledOnce()
    expect(opened[0]?.closed).toBe(true)
  })

  it('V13 offers a link that gives nothing away where the window is blocked', async () => {
    windows(true)
    const { user, begun } = panel('authorization-code')
    await begun(request())
    await user.click(button('Connect to id.example.com'))
    const link = screen.getByRole('link', { name: 'Open id.example.com' })
    expect(link.getAttribute('href')).toBe('https://id.example.com/go?state=s')
    expect(link.getAttribute('rel')).toBe('noopener noreferrer')
  })

  it('V13 says why it cannot be asked, and tries again', async () => {
    const opened = windows()
    const { user, begun } = panel('authorization-code')
    await begun(err(failure('oauth-insecure-url', { host: 'id.example.com' })))
    expect(screen.getByRole('alert').textContent).toContain('id.example.com would get secrets without encryption')
    await user.click(button('Try again'))
    expect(opened).toEqual([])
    await begun(request())
    expect(opened).toHaveLength(1)
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('V13 after a refusal closes the window, and asks with another state', async () => {
    const opened = windows()
    const { user, begun, ended, onDone } = panel('authorization-code')
    await begun(request())
    await user.click(button('Connect to id.example.com'))
    await ended(err(failure('consent-denied', { host: 'id.example.com' })))
    expect(screen.getByRole('alert').textContent).toContain('id.example.com says that access was denied')
    await user.click(button('Try again'))
    expect(opened[0]?.closed).toBe(true)
    await begun(
      ok({ kind: 'window', id: 'consent_2', url: 'https://id.example.com/go?state=t', host: 'id.example.com' }),
    )
    expect(opened[1]?.url).toBe('https://id.example.com/go?state=t')
    expect(onDone).not.toHaveBeenCalled()
  })

  it('V13 trying again says so where the browser no longer lets it open the window', async () => {
    windows(true)
    const { user, begun } = panel('authorization-code')
    await begun(err(failure('blocked-or-unreachable', { host: 'id.example.com' })))
    await user.click(button('Try again'))
    await begun(request())
    expect(screen.getByRole('link', { name: 'Open id.example.com' })).toBeTruthy()
  })

  it('V13 a client that the provider does not know is mended in the auth method', async () => {
    const opened = windows()
    const { user, begun, ended } = panel('authorization-code')
    await begun(request())
    await user.click(button('Connect to id.example.com'))
    await ended(err(failure('token-refused', { host: 'id.example.com', error: 'invalid_client' })))
    await user.click(button('Edit auth method'))
    expect(screen.getByRole('dialog', { name: /Shop/ })).toBeTruthy()
    expect(screen.getByLabelText('Client secret')).toBeTruthy()
    await user.click(button('Cancel'))
    expect(button('Try again')).toBeTruthy()
    expect(opened).toHaveLength(1)
  })

  it('V13 says that it connects again while it is connected', async () => {
    const { begun } = panel('authorization-code', ['accessToken'])
    await begun(request())
    expect(screen.getByText('Connected')).toBeTruthy()
    expect(button('Connect again')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Connect to id.example.com' })).toBeNull()
  })

  it('V13 gives the request up when it leaves, also one that was still being prepared', async () => {
    const ready = panel('authorization-code')
    await ready.begun(request('consent_ready'))
    ready.unmount()
    expect(ready.cancelled).toEqual(['consent_ready'])
    const early = panel('authorization-code')
    early.unmount()
    await early.begun(request('consent_early'))
    expect(early.cancelled).toEqual(['consent_early'])
  })

  it('V13 asks for a device’s code only when it is pressed, shows it, and stops asking', async () => {
    const { user, begun, asked, now, cancelled } = panel('device')
    expect(asked()).toBe(0)
    await user.click(button('Get a code from id.example.com'))
    await begun(
      ok({
        kind: 'device',
        id: 'consent_3',
        userCode: 'ABCD-EFGH',
        verificationUrl: 'https://id.example.com/enter',
        completeUrl: 'https://id.example.com/enter?code=ABCD-EFGH',
        expiresAt: now() + 10 * 60_000,
        host: 'id.example.com',
      }),
    )
    expect(screen.getByLabelText<HTMLInputElement>('Code').value).toBe('ABCD-EFGH')
    const link = screen.getByRole('link', { name: 'https://id.example.com/enter' })
    expect(link.getAttribute('href')).toBe('https://id.example.com/enter?code=ABCD-EFGH')
    expect(screen.getByText('The code expires in 10 minutes.')).toBeTruthy()
    await user.click(button('Stop waiting'))
    expect(cancelled).toEqual(['consent_3'])
    expect(button('Get a code from id.example.com')).toBeTruthy()
  })
})
