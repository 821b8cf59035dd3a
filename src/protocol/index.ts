export { CONSENT_CHANNEL, ConsentMessage } from './consent-message.ts'
export {
  ProbeRequest,
  ProbeResponse,
  RelayFailureCode,
  RelayRequest,
  RelayResponse,
  ServerSession,
} from './relay-envelope.ts'
