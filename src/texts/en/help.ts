/**
 * The help pages, loaded with them: per topic a title, what it is in a sentence, and sections of paragraphs. `points` are
 * a list after the paragraphs, `more` names the topics that go on from there.
 */
export const help = {
  title: 'Help',
  topics: 'Topics',
  goOn: 'Go on with',
  missing: 'There is no such page',
  connectors: {
    title: 'Connectors',
    summary: 'A connector knows one API: what it can do, and how it wants to be asked.',
    sections: {
      what: {
        title: 'What a connector is',
        text: 'A connector brings the triggers and actions of an API into the designer, as steps with typed inputs. It also says which base URLs the API has and which ways to authenticate it accepts. It holds no credentials: those belong to a connection.',
      },
      kinds: {
        title: 'Which ones there are',
        text: 'Built-in connectors come with Patchbay. The HTTP connector calls any API that speaks HTTP, so that no API is out of reach: you give it the base URL, the path and the way to authenticate.',
      },
      use: {
        title: 'How a step uses one',
        text: 'Choosing a step chooses its connector. What the step still needs is a connection of that connector. Press “Choose connection” on the step’s node: the connections that fit are listed, and where there is none, the form for a new one opens right there.',
      },
      many: {
        title: 'Several connections of one connector',
        text: 'A connector can have any number of connections: one for the sandbox and one for production, or one for each account. The integration stays the same; only the connection is exchanged.',
      },
    },
  },
  connections: {
    title: 'Connections',
    summary: 'A connection says where an API is, how to authenticate, and with which credentials.',
    sections: {
      what: {
        title: 'What belongs to a connection',
        text: 'A name, a base URL, an auth method, and the fields that are this connection’s own: user names, keys, tokens. Give it a name that says what it is for, such as “Production - GitHub”. Requests go below the base URL, and credentials are never sent to another origin.',
      },
      create: {
        title: 'How to make one',
        text: 'On a step, press “Choose connection”. On top of the form stands the auth method, prefilled and folded where there is one already; below it the connection itself. “Connect” saves both, and the step uses the connection at once. On the Connections page the same form is found under “New connection”.',
      },
      credentials: {
        title: 'Test credentials',
        text: 'Test runs sign with credentials of their own. They are sealed in this browser, shown to nobody afterwards, and not part of exports. You can leave them empty and enter them later with “Edit test credentials”; a run takes the new ones from its next request on. Where a provider asks for consent, the button “Connect to …” opens its sign-in window.',
      },
      sending: {
        title: 'Through the browser or the local server',
        text: 'Requests leave from this browser where it is able to send them. A page cannot do everything: set cookies for another origin, present a certificate, call http on another machine, or reach an API that does not allow pages (CORS). The local server sends such requests, and the form says so at the field that needs it.',
      },
      keys: {
        title: 'Stable keys',
        text: 'Every connection has a stable key. Integrations refer to it by this key, so a connection can be renamed freely, and an integration that is moved to another workspace finds the connection with the same key there.',
      },
      deleting: {
        title: 'Deleting one',
        text: 'Deleting shows which integrations use the connection and what they shall use in its place. Nothing is left without being told.',
      },
    },
  },
  'auth-methods': {
    title: 'Auth methods',
    summary: 'An auth method says how an API authenticates. Several connections can share one.',
    sections: {
      what: {
        title: 'Global fields and fields of a connection',
        text: 'What is the same for everybody stands in the auth method and is set once: the header a key goes into, the URLs, client ID and scopes of OAuth. What differs stands in the connection: the key itself, a user name, a password. Changing an auth method changes it for all of its connections.',
      },
      reuse: {
        title: 'Making one, and using it again',
        text: 'A new auth method is made in the connection form. “Create” saves it by itself; “Connect” saves it along with the connection. The next connection of the connector finds it in the dropdown “Auth method”. A client secret is sealed with the method, so the next connection does not ask for it.',
      },
      choose: {
        title: 'Which type to choose',
        text: 'The API’s documentation says which one it accepts. Where there is a choice, prefer the one higher up.',
        points: {
          oauth2:
            'OAuth 2.0: access is given by a person or an application, limited by scopes, and renewed for you. With a person at the provider’s window choose the grant “Authorization code”, between servers “Client credentials”.',
          key: 'API key and bearer token: the API gave you a secret to send with each request. Simple, and good until it is revoked.',
          signed: 'Signed JWT, AWS Signature and OAuth 1.0a: the secret signs each request and is not sent itself.',
          certificate: 'Client certificate: the API knows its callers by a certificate. Needs the local server.',
          basic: 'Basic: a user name and a password with each request.',
          custom: 'Custom: several headers, query parameters or body fields, for APIs with rules of their own.',
          hmac: 'HMAC: for webhooks that you receive. It shows that they come from the sender and were not changed.',
          none: 'None: for public APIs, services behind a gateway or VPN, and local or mock APIs. Nothing is added to requests. An API that needs credentials refuses them.',
        },
      },
      oauth: {
        title: 'Registering an OAuth application',
        text: 'Register an application with the provider and give it the redirect URL that the form shows, letter by letter. The provider gives you a client ID and, for most, a client secret. Leave PKCE switched on unless the provider refuses it.',
      },
      moving: {
        title: 'When an address changes',
        text: 'What is sealed with an auth method is bound to the origins of its URLs. When one of them moves to another origin, the secret is forgotten and has to be entered again, so that nobody can redirect it by editing a URL.',
      },
    },
  },
  'embedded-connectors': {
    title: 'Embedded connectors',
    summary: 'A standard connection uses your credentials. An embedded one lets each customer bring their own.',
    sections: {
      start: {
        title: 'Where to start',
        text: 'Start with a standard connection. It belongs to your organization, works as soon as it has credentials, and is what you build and test with. Switch to an embedded one when people outside your organization have to authenticate with accounts of their own.',
      },
      differences: {
        title: 'How they differ',
        text: 'Both use the same connectors and auth methods. What differs:',
        points: {
          credentials:
            'Credentials: a standard connection holds yours. An embedded one holds none; it says how to authenticate, and each customer’s credentials stay theirs.',
          use: 'Use: a standard connection is for one organization. An embedded one is for many customers, each apart from the others.',
          activation:
            'Activation: a standard connection works at once. An embedded one works for a customer after that customer has connected.',
        },
      },
      kinds: {
        title: 'Whose credentials they are',
        text: 'A customer connection uses each customer’s own credentials, supplied by the customer, or by you on their behalf. An organization connection uses yours: one for each customer, or a global one for all of them.',
      },
    },
  },
} as const
