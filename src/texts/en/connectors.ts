const id = { label: 'ID' } as const
const page = { label: 'Page' } as const
const limit = { label: 'Items per page', help: 'At most 100.' } as const
const customerId = { label: 'Customer ID' } as const
const status = { label: 'Status' } as const
const currency = { label: 'Currency' } as const
const customerFields = {
  name: { label: 'Name' },
  email: { label: 'Email' },
  company: { label: 'Company' },
  region: { label: 'Region' },
  plan: { label: 'Plan' },
  active: { label: 'Active' },
} as const
const items = {
  label: 'Items',
  help: 'A list of objects, each with sku, name, quantity and price.',
} as const

/** Names, summaries and input labels of the built-in connectors; imported connectors bring plain text instead. */
export const connectors = {
  core: {
    name: 'Flow',
    summary: 'Start a flow, shape its data and write messages.',
    baseUrls: { here: 'This application' },
    authMethods: {
      github: {
        name: 'GitHub webhook',
        description: 'Verifies X-Hub-Signature-256 with the secret that was entered for the webhook at GitHub.',
      },
      stripe: {
        name: 'Stripe webhook',
        description: 'Verifies Stripe-Signature with the signing secret of the endpoint (whsec_…).',
      },
      slack: {
        name: 'Slack webhook',
        description: 'Verifies X-Slack-Signature with the signing secret of the Slack app.',
      },
      shopify: {
        name: 'Shopify webhook',
        description: 'Verifies X-Shopify-Hmac-SHA256 with the client secret of the app.',
      },
      'standard-webhooks': {
        name: 'Standard webhook',
        description:
          'Verifies Webhook-Signature as Standard Webhooks describes it, with a secret that begins with whsec_.',
      },
    },
    triggers: {
      manual: {
        name: 'Manual trigger',
        summary: 'Starts when somebody presses Run; its result is the payload it is run with.',
      },
      webhook: {
        name: 'Webhook trigger',
        summary: 'Starts when another system sends a request; its result is that request.',
      },
    },
    actions: {
      'set-fields': {
        name: 'Set fields',
        summary: 'Makes an object out of the fields you list.',
        inputs: { fields: { label: 'Fields', help: 'Each value keeps its type: a number stays a number.' } },
      },
      log: {
        name: 'Log message',
        summary: 'Writes a message to the log of the run.',
        inputs: {
          level: { label: 'Level' },
          message: { label: 'Message', placeholder: 'What is worth knowing later' },
        },
      },
    },
    options: { level: { debug: 'Debug', info: 'Info', warn: 'Warning', error: 'Error' } },
  },
  http: {
    name: 'HTTP',
    summary: 'Send a request to any API.',
    actions: {
      send: {
        name: 'Send request',
        summary: 'Sends a request and gives its status, headers and body.',
        inputs: {
          method: { label: 'Method' },
          url: {
            label: 'URL',
            help: 'A path below the base URL of the connection, or a whole address.',
            placeholder: '/customers',
          },
          query: { label: 'Query parameters' },
          headers: { label: 'Headers', help: 'What the connection signs with is added when the request is sent.' },
          bodyType: { label: 'Body type' },
          jsonBody: { label: 'JSON body' },
          formBody: { label: 'Form fields' },
          textBody: { label: 'Text body' },
          expect: {
            label: 'Expected answer',
            help: 'With JSON, an answer that is a web page or other text fails the step.',
          },
          timeoutSeconds: { label: 'Timeout in seconds', help: 'After this time the request is given up.' },
          failOnStatus: {
            label: 'Fail on error status',
            help: 'Switched off, an answer with status 400 or above is a result like any other.',
          },
        },
      },
    },
    options: {
      bodyType: { none: 'None', json: 'JSON', form: 'Form', text: 'Text' },
      expect: { auto: 'Whatever comes', json: 'JSON', text: 'Text' },
    },
  },
  demo: {
    name: 'Demo API',
    summary: 'Customers, orders and tickets of an invented company, to try things out.',
    baseUrls: { local: 'This application' },
    authMethods: {
      'api-key': {
        name: 'Demo key',
        description: 'Sends the demo key in the header X-Demo-Key; it opens the reports.',
      },
      none: { name: 'No key', description: 'Enough for customers, orders and tickets; reports stay closed.' },
    },
    actions: {
      'list-customers': {
        name: 'List customers',
        summary: 'One page of customers, filtered as you like.',
        inputs: {
          page,
          limit,
          q: { label: 'Search', help: 'Finds this text in any field.' },
          region: customerFields.region,
        },
      },
      'get-customer': { name: 'Get customer', summary: 'One customer by ID.', inputs: { id } },
      'create-customer': { name: 'Create customer', summary: 'Adds a customer.', inputs: customerFields },
      'update-customer': {
        name: 'Update customer',
        summary: 'Changes the fields you fill in.',
        inputs: { id, ...customerFields },
      },
      'list-orders': {
        name: 'List orders',
        summary: 'One page of orders, filtered as you like.',
        inputs: { page, limit, customerId, status },
      },
      'create-order': {
        name: 'Create order',
        summary: 'Adds an order for a customer.',
        inputs: { customerId, status, currency, items },
      },
      'update-order': {
        name: 'Update order',
        summary: 'Changes the fields you fill in.',
        inputs: { id, status, currency, items },
      },
      'list-tickets': {
        name: 'List tickets',
        summary: 'One page of support tickets, filtered as you like.',
        inputs: { page, limit, customerId, status },
      },
      'create-ticket': {
        name: 'Create ticket',
        summary: 'Opens a support ticket for a customer.',
        inputs: {
          customerId,
          subject: { label: 'Subject' },
          body: { label: 'Text' },
          priority: { label: 'Priority' },
        },
      },
      'update-ticket': {
        name: 'Update ticket',
        summary: 'Changes the fields you fill in.',
        inputs: {
          id,
          subject: { label: 'Subject' },
          body: { label: 'Text' },
          status,
          priority: { label: 'Priority' },
        },
      },
      'list-reports': { name: 'List reports', summary: 'The monthly reports; needs the demo key.' },
      'get-report': { name: 'Get report', summary: 'One monthly report by ID; needs the demo key.', inputs: { id } },
    },
    dataSources: { regions: { name: 'Regions' } },
    options: {
      plan: { free: 'Free', team: 'Team', business: 'Business' },
      orderStatus: {
        draft: 'Draft',
        paid: 'Paid',
        shipped: 'Shipped',
        cancelled: 'Cancelled',
        refunded: 'Refunded',
      },
      ticketStatus: { open: 'Open', pending: 'Pending', solved: 'Solved' },
      priority: { low: 'Low', normal: 'Normal', high: 'High', urgent: 'Urgent' },
    },
  },
} as const
