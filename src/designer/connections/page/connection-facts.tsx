import { verifiesWebhooks, type AuthMethod, type Connection, type IntegrationDoc } from '#domain'
import { textOf, useFormat, useTranslation } from '#texts'
import { classNames, Skeleton } from '#ui'
import { usePorts, useWorkspace } from '#workbench'
import { usesOfConnection } from '#workspace'
import type { ReactNode } from 'react'
import { CredentialState } from './credential-state.tsx'
import { UseList } from './use-list.tsx'

export interface ConnectionFactsProps {
  readonly connection: Connection
  /** `null` until they are read. */
  readonly docs: readonly IntegrationDoc[] | null
}

/** What a connection is made of, and where it is used. */
export function ConnectionFacts({ connection, docs }: ConnectionFactsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { environment } = usePorts()
  const connector = useWorkspace(({ catalog }) => catalog.connector(connection.connector))
  const method = useWorkspace(({ workspace }) => workspace.authMethods[connection.authMethod])
  const { baseUrl, stableKey, createdAt } = connection
  const uses = docs && usesOfConnection(docs, stableKey)
  return (
    <dl className="grid grid-cols-5 gap-x-5 gap-y-2.5 max-lg:grid-cols-3 max-sm:grid-cols-2">
      {/* What only verifies sends nothing, and nobody was asked where to. */}
      {!(method && verifiesWebhooks(method)) && (
        <Fact name={t('connections.baseUrl')} isWide>
          <span dir="ltr" className="font-mono break-all">
            {baseUrl}
          </span>
        </Fact>
      )}
      <Fact name={t('connections.connector')}>{textOf(t, connector?.name ?? connection.connector)}</Fact>
      <Fact name={t('connections.authMethod')}>
        {method ? <MethodWords {...method} /> : t('connections.status.missing')}
      </Fact>
      <Fact name={t('connections.testCredentials')}>
        <CredentialState connection={connection} />
      </Fact>
      <Fact name={t('connections.usedIn')} isWide>
        {uses === null && <Skeleton className="w-24" />}
        {uses?.length === 0 && <span className="text-muted">{t('connections.unused')}</span>}
        {uses !== null && uses.length > 0 && <UseList uses={uses} />}
      </Fact>
      <Fact name={t('connections.stableKey')}>
        <span dir="ltr" className="font-mono break-all">
          {stableKey}
        </span>
      </Fact>
      <Fact name={t('connections.createdName')}>{format.relativeTime(createdAt, environment.now())}</Fact>
    </dl>
  )
}

function Fact(props: { readonly name: string; readonly isWide?: boolean; readonly children: ReactNode }) {
  return (
    <div className={classNames('min-w-0', props.isWide && 'col-span-2')}>
      <dt className="text-2xs text-muted">{props.name}</dt>
      <dd className="min-w-0 text-xs text-default">{props.children}</dd>
    </div>
  )
}

function MethodWords({ name, type }: Pick<AuthMethod, 'name' | 'type'>) {
  const { t } = useTranslation()
  const kind = t(`connections.authTypes.${type}.short`)
  return (
    <>
      {name}
      {name !== kind && <span className="text-muted"> · {kind}</span>}
    </>
  )
}
