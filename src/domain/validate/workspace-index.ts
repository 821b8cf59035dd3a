import type { Connection } from '../connection.ts'
import type { CredentialInfo } from '../credential.ts'
import type { AuthMethodId, ConnectionId, StableKey } from '../ids.ts'
import type { Workspace } from '../workspace.ts'

const byKey = new WeakMap<Workspace['connections'], ReadonlyMap<StableKey, Connection>>()
const ofMethods = new WeakMap<Workspace['credentials'], ReadonlyMap<AuthMethodId, CredentialInfo>>()
const forTests = new WeakMap<Workspace['credentials'], ReadonlyMap<ConnectionId, CredentialInfo>>()

/** The connections by their stable keys; made once for each state of the table. */
export function connectionsByKey({ connections }: Workspace): ReadonlyMap<StableKey, Connection> {
  const known = byKey.get(connections)
  if (known) return known
  const made = new Map(Object.values(connections).map((connection) => [connection.stableKey, connection]))
  byKey.set(connections, made)
  return made
}

/** The credentials the test runner uses, by the connection they belong to; made once for each state of the table. */
export function testCredentials({ credentials }: Workspace): ReadonlyMap<ConnectionId, CredentialInfo> {
  const known = forTests.get(credentials)
  if (known) return known
  const made = new Map<ConnectionId, CredentialInfo>()
  for (const credential of Object.values(credentials)) {
    const { owner, purpose } = credential
    if (owner.kind === 'connection' && purpose.kind === 'test-runner') made.set(owner.connection, credential)
  }
  forTests.set(credentials, made)
  return made
}

/** The credentials of auth methods (client secrets), by the method; made once for each state of the table. */
export function methodCredentials({ credentials }: Workspace): ReadonlyMap<AuthMethodId, CredentialInfo> {
  const known = ofMethods.get(credentials)
  if (known) return known
  const made = new Map(
    Object.values(credentials).flatMap((credential): [AuthMethodId, CredentialInfo][] =>
      credential.owner.kind === 'auth-method' ? [[credential.owner.authMethod, credential]] : [],
    ),
  )
  ofMethods.set(credentials, made)
  return made
}
