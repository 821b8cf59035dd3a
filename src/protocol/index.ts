export { CONSENT_CHANNEL, ConsentMessage } from './consent-message.ts'
export {
  ProbeRequest,
  ProbeResponse,
  RELAY_LIMITS,
  RelayFailureCode,
  RelayRequest,
  RelayResponse,
  ServerSession,
} from './relay-envelope.ts'
