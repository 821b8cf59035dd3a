import { methodOrigins } from '#domain'
import { expect, it } from 'vitest'

const settings = {
  grant: 'authorization-code',
  authorizationUrl: 'https://login.example.com/authorize',
  tokenUrl: 'https://api.example.com:8443/token',
  issuer: 'https://login.example.com',
  deviceUrl: 'https://devices.example.com/code',
}

it('X10 binds the secrets of a method to the origins of the URLs it asks for, each once', () => {
  expect(methodOrigins({ type: 'oauth2', settings })).toEqual([
    'https://login.example.com',
    'https://api.example.com:8443',
  ])
  expect(methodOrigins({ type: 'oauth2', settings: { ...settings, grant: 'device' } })).toEqual([
    'https://devices.example.com',
    'https://api.example.com:8443',
  ])
})

it('leaves out what is no URL', () => {
  expect(methodOrigins({ type: 'oauth2', settings: { grant: 'client-credentials', tokenUrl: 'token' } })).toEqual([])
  expect(methodOrigins({ type: 'basic', settings: {} })).toEqual([])
})
