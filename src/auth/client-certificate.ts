import { err, ok, problem } from '#base'
import { pemProblem } from '#domain'
import * as z from 'zod'
import type { AuthType } from './auth-type.ts'
import { pemLines } from './pem-lines.ts'

export const ClientCertificateSecrets = z.object({ certificate: z.string().min(1), privateKey: z.string().min(1) })
export type ClientCertificateSecrets = z.infer<typeof ClientCertificateSecrets>

/** A certificate of one's own, presented when the connection is made (TLS, RFC 8446 section 4.4.2). Only on https. */
export const clientCertificate: AuthType<object, ClientCertificateSecrets> = {
  type: 'client-certificate',
  settings: z.object({}),
  secrets: ClientCertificateSecrets,
  sign: async (request, _settings, { certificate, privateKey }) => {
    if (!request.url.startsWith('https:')) return err(problem('client-certificate-needs-https'))
    const wrong =
      pemProblem(certificate, 'certificate', 'certificate') ?? pemProblem(privateKey, 'private-key', 'privateKey')
    if (wrong) return err(wrong)
    return ok({ ...request, clientCertificate: { certificate, privateKey } })
  },
  redactionValues: ({ certificate, privateKey }) => ({
    values: [privateKey, ...pemLines(privateKey), certificate],
    fields: ['privateKey', 'certificate'],
  }),
}
