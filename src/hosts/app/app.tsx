import type { Problem } from '#base'
import {
  AppFrame,
  ConnectionsScreen,
  ConnectionTestNotices,
  DesignerScreen,
  HelpScreen,
  HomeScreen,
  useGuardedLocation,
  VaultHost,
} from '#designer'
import { problemText, useTranslation } from '#texts'
import { Banner, Button, EmptyState, ErrorBoundary, LinkButton, Spinner, ToastRegion, UiProvider } from '#ui'
import { WorkspaceProvider } from '#workbench'
import { Suspense, useEffect, useState, type ReactNode } from 'react'
import { Route, Router, Switch, useLocation } from 'wouter'
import { startApp, type RunningApp } from './start-app.ts'

type Start =
  | { readonly state: 'starting' }
  | { readonly state: 'running'; readonly app: RunningApp }
  | { readonly state: 'failed'; readonly problem: Problem }

/** The application: opens storage and vault once, then shows the screen the address names. */
export function App() {
  return (
    <Router hook={useGuardedLocation}>
      <Page />
    </Router>
  )
}

function Page() {
  const { i18n } = useTranslation()
  const [, navigate] = useLocation()
  return (
    <UiProvider locale={i18n.language} navigate={navigate}>
      <ErrorBoundary fallback={<Broken />}>
        <Started />
      </ErrorBoundary>
    </UiProvider>
  )
}

function Started() {
  const { t } = useTranslation()
  const start = useStart()
  if (start.state === 'starting') {
    return (
      <Centered>
        <Spinner label={t('common.loading')} />
      </Centered>
    )
  }
  if (start.state === 'failed') {
    return (
      <Centered>
        <Banner tone="danger" title={t('home.cannotStart')}>
          {problemText(t, start.problem)}
        </Banner>
      </Centered>
    )
  }
  return (
    <WorkspaceProvider ports={start.app.ports} store={start.app.workspace.store}>
      <Routes />
      <VaultHost />
      <ToastRegion />
      <Suspense fallback={null}>
        <ConnectionTestNotices />
      </Suspense>
    </WorkspaceProvider>
  )
}

function Routes() {
  const { t } = useTranslation()
  return (
    <Switch>
      <Route path="/integrations/:id">
        {({ id }) => (
          <Suspense
            fallback={
              <Centered>
                <Spinner label={t('common.loading')} />
              </Centered>
            }
          >
            <DesignerScreen key={id} integrationId={id} />
          </Suspense>
        )}
      </Route>
      <Route path="/">
        <AppFrame>
          <HomeScreen />
        </AppFrame>
      </Route>
      <Route path="/connections">
        <AppFrame>
          <ConnectionsScreen />
        </AppFrame>
      </Route>
      <Route path="/help/:topic">
        {({ topic }) => (
          <AppFrame>
            <HelpScreen topic={topic} />
          </AppFrame>
        )}
      </Route>
      <Route>
        <AppFrame>
          <NotFound />
        </AppFrame>
      </Route>
    </Switch>
  )
}

function Centered({ children }: { readonly children: ReactNode }) {
  return <div className="flex h-dvh items-center justify-center bg-canvas p-8">{children}</div>
}

function Broken() {
  const { t } = useTranslation()
  return (
    <Centered>
      <EmptyState
        title={t('home.broken')}
        action={
          <Button variant="primary" onPress={() => location.reload()}>
            {t('common.reload')}
          </Button>
        }
      >
        {t('home.brokenText')}
      </EmptyState>
    </Centered>
  )
}

function NotFound() {
  const { t } = useTranslation()
  return (
    <EmptyState
      title={t('home.notFound')}
      action={
        <LinkButton variant="primary" href="/">
          {t('designer.backHome')}
        </LinkButton>
      }
    />
  )
}

let running: ReturnType<typeof startApp> | null = null

function useStart(): Start {
  const [start, setStart] = useState<Start>({ state: 'starting' })
  useEffect(() => {
    running ??= startApp()
    void running.then((started) =>
      setStart(started.ok ? { state: 'running', app: started.value } : { state: 'failed', problem: started.error }),
    )
  }, [])
  return start
}
