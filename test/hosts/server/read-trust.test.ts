import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { readTrust } from '../../../src/hosts/server/read-trust.ts'
import { selfSignedCertificate } from '../../fixtures/self-signed-certificate.ts'

async function fileWith(text: string): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'patchbay-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  const file = join(directory, 'ca.pem')
  await writeFile(file, text)
  return file
}

it('reads every certificate of every file', async () => {
  const [one, two, three] = [selfSignedCertificate(), selfSignedCertificate(), selfSignedCertificate()]
  const files = [await fileWith(`Our own authority\n${one.cert}${two.cert}`), await fileWith(three.cert)]
  const read = await readTrust(files)
  expect(read).toEqual({ ok: true, value: [one.cert, two.cert, three.cert] })
})

it('names the file that is not there, holds no certificate, or a broken one', async () => {
  const { cert, key } = selfSignedCertificate()
  const broken = cert.replace(/\n[A-Za-z0-9+/]{8}/, '\nAAAAAAAA')
  for (const file of ['/nowhere/ca.pem', await fileWith(''), await fileWith(key), await fileWith(broken)]) {
    expect(await readTrust([file])).toEqual({ ok: false, error: { code: 'bad-trust', given: file } })
  }
})

it('keeps what Node was told to trust by NODE_EXTRA_CA_CERTS: the files replace its list', async () => {
  const [own, extra] = [selfSignedCertificate(), selfSignedCertificate()]
  const [ownFile, extraFile] = [await fileWith(own.cert), await fileWith(extra.cert)]
  expect(await readTrust([ownFile], extraFile)).toEqual({ ok: true, value: [own.cert, extra.cert] })
  expect(await readTrust([], extraFile)).toEqual({ ok: true, value: [] })
  // Node itself only warns of one that it cannot read.
  expect(await readTrust([ownFile], '/nowhere/ca.pem')).toEqual({ ok: true, value: [own.cert] })
})
