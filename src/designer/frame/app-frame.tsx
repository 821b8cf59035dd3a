import { useTranslation } from '#texts'
import { classNames, Spinner } from '#ui'
import { Cable, Workflow } from 'lucide-react'
import { Suspense, type ReactNode } from 'react'
import { Link, useRoute } from 'wouter'
import { VaultButton } from '../vault/vault-button.tsx'
import { VaultOffer } from '../vault/vault-offer.tsx'
import { ProductMark } from './product-mark.tsx'
import { ThemeMenu } from './theme-menu.tsx'

export interface AppFrameProps {
  readonly children: ReactNode
}

/** The frame of every screen but the designer: where one is, and where else one can go. */
export function AppFrame({ children }: AppFrameProps) {
  const { t } = useTranslation()
  return (
    <div className="flex h-dvh min-h-0 bg-canvas">
      <nav
        aria-label={t('home.navigation')}
        className="flex w-52 shrink-0 flex-col gap-0.5 border-e border-line bg-surface px-2 py-3 max-md:w-14"
      >
        <span className="flex items-center gap-2 px-2 pb-4 text-base font-semibold text-strong">
          <ProductMark />
          <span className="max-md:hidden">{t('common.productName')}</span>
        </span>
        <FrameLink to="/" icon={<Workflow />} label={t('home.title')} />
        <FrameLink to="/connections" icon={<Cable />} label={t('connections.title')} />
        <span className="mt-auto flex flex-col items-start gap-0.5">
          <VaultButton />
          <ThemeMenu />
        </span>
      </nav>
      <main className="min-w-0 flex-1 overflow-y-auto">
        <VaultOffer />
        <Suspense fallback={<ScreenLoading />}>{children}</Suspense>
      </main>
    </div>
  )
}

function ScreenLoading() {
  const { t } = useTranslation()
  return (
    <div className="flex h-full items-center justify-center">
      <Spinner label={t('common.loading')} />
    </div>
  )
}

function FrameLink(props: { readonly to: string; readonly icon: ReactNode; readonly label: string }) {
  const [isHere] = useRoute(props.to)
  return (
    <Link
      href={props.to}
      aria-label={props.label}
      {...(isHere && { 'aria-current': 'page' as const })}
      className={classNames(
        'focus-mark flex min-h-8 items-center gap-2 rounded-md px-2 text-sm [&_svg]:size-4 [&_svg]:shrink-0',
        isHere ? 'bg-accent-soft font-medium text-accent-text' : 'text-muted hover:bg-hover hover:text-strong',
      )}
    >
      {props.icon}
      <span className="truncate max-md:hidden">{props.label}</span>
    </Link>
  )
}
