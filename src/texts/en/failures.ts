/** Why a step failed when it ran: per failure code what happened and, where there is one, the way out. */
export const failures = {
  title: 'Why it failed',
  unknown: '{{step}} failed ({{code}})',
  // Answers
  'http-401': {
    what: '401 Unauthorized: the API did not accept the credentials',
    fix: 'Check the test credentials of the connection and how its auth method sends them.',
  },
  'http-403': {
    what: '403 Forbidden: the API knows the credentials and refuses this request',
    fix: 'Give the credentials the permission this request needs, or use another connection.',
  },
  'http-404': {
    what: '404 Not Found: there is nothing at {{url}}',
    fix: 'Check the path of the step and the base URL of its connection.',
  },
  'http-429': {
    what: '429 Too Many Requests: the API wants fewer requests',
    fix: 'Wait and run again, or let the step retry (Errors tab).',
    fix_asked: 'It asks to wait {{retryAfter}} s: run again then, or let the step retry (Errors tab).',
  },
  'http-4xx': {
    what: '{{status}} {{statusText}}: the API refused the request',
    fix: 'The answer says: {{preview}}',
  },
  'http-5xx': {
    what: '{{status}} {{statusText}}: the API itself failed',
    fix: 'Try again later, or let the step retry (Errors tab). The answer says: {{preview}}',
  },
  'bad-json': {
    what: 'The answer says it is JSON and is not: it breaks at character {{position}}',
    fix: 'It begins with: {{preview}}',
  },
  'html-instead-of-json': {
    what: 'A web page came where JSON was expected',
    fix: 'That is often a login or error page: check base URL and path. It begins with: {{preview}}',
  },
  'text-instead-of-json': {
    what: 'The answer is not JSON ({{contentType}})',
    fix: 'Set what the step expects to text, or check the path. It begins with: {{preview}}',
  },
  'response-too-large': {
    what: 'The answer is larger than {{megabytes}} MB, and the beginning of JSON is no JSON',
    fix: 'Ask for less at once: by a filter, fewer fields or smaller pages.',
  },
  // No answer
  'blocked-or-unreachable': {
    what: 'The browser got no answer from {{host}}: blocked or unreachable',
    fix: 'A page cannot tell which: the API does not allow pages to read it (CORS) or redirects, nothing listens there, or the name is unknown. The local server can.',
  },
  timeout: {
    what: 'No answer came in time',
    fix: 'Raise the timeout of the step, or check whether the API is slow.',
  },
  dns: { what: 'The name {{host}} is unknown', fix: 'Check the base URL for a typing mistake.' },
  refused: {
    what: 'Nothing listens at {{host}}:{{port}}: the connection was refused',
    fix: 'Start the service, or check the port in the base URL.',
  },
  unreachable: { what: 'There is no way to {{host}}:{{port}}', fix: 'Check the network, a VPN or a firewall.' },
  tls: {
    what: 'The certificate of {{host}} is not trusted ({{reason}})',
    fix: 'Use the host name the certificate is made for, or have it renewed.',
  },
  'egress-blocked': {
    what: 'The local server does not call private addresses: {{host}}:{{port}}',
    fix: 'If it is meant, start it with --allow {{host}}:{{port}}.',
  },
  'redirect-blocked': {
    what: 'The API redirects to {{origin}}; credentials never follow to another origin',
    fix: 'If that is the right place, make it the base URL of the connection.',
  },
  redirected: {
    what: '{{host}} redirects (status {{status}}), and credentials are never sent along with a redirect',
    fix: 'Make the address it redirects to the base URL of the connection.',
  },
  'cors-refused': {
    what: '{{host}} answers, but does not let pages of {{origin}} read it (CORS)',
    fix: 'Send its requests through the local server.',
  },
  'too-many-redirects': { what: 'The API redirects in a circle', fix: 'Check base URL and path.' },
  'client-certificate-needs-https': {
    what: 'A client certificate can only be presented on an https address',
    fix: 'Change the base URL of the connection to https.',
  },
  'bad-request': {
    what: 'This request cannot be sent ({{reason}})',
    fix: 'Check the inputs of the step and the credentials of its connection.',
  },
  'bad-response': { what: 'What {{host}} answers is not HTTP', fix: 'Check scheme and port of the base URL.' },
  'connection-lost': {
    what: '{{host}} ended the connection before its answer was there',
    fix: 'Try again, or let the step retry (Errors tab); look at the port, and at what stands between the API and here.',
  },
  'headers-too-large': {
    what: 'The answer of {{host}} has more headers, or longer ones, than the local server takes',
    fix: 'The API, or what stands before it, has to send fewer: often these are cookies.',
  },
  'body-undecodable': {
    what: 'The answer of {{host}} is not compressed as it says ({{encoding}})',
    fix: 'Send the header Accept-Encoding: identity, so that it comes uncompressed.',
  },
  busy: { what: 'The local server has too many requests under way', fix: 'Lower the concurrency of the loop.' },
  aborted: { what: 'The request was stopped', fix: 'Run again.' },
  'request-too-large': {
    what: 'The request has a larger body than the local server takes: {{megabytes}} MB',
    fix: 'Send less at once, or let the connection send directly from the browser.',
  },
  'request-unfit-for-relay': {
    what: 'The local server does not take this request: a URL may have {{characters}} characters, a request {{headers}} headers',
    fix: 'Send what is long in the body, or let the connection send directly from the browser.',
  },
  'relay-unavailable': {
    what: 'This request needs the local server, and it does not answer',
    fix: 'Start it with npm start and run again.',
  },
  // Connection and credentials
  'connection-missing': {
    what: 'The step has no connection',
    fix: 'Choose one on the step’s node.',
  },
  'connection-not-found': {
    what: 'The connection “{{connection}}” is not in this workspace',
    fix: 'Choose another one on the step’s node, or create it.',
  },
  'auth-method-missing': {
    what: 'The connection has lost its auth method',
    fix: 'Edit the connection and choose an auth method.',
  },
  'credential-missing': {
    what: 'The connection has no test credentials',
    fix: 'Enter them; they are sealed in this browser.',
  },
  'credential-damaged': {
    what: 'The sealed test credentials were changed or damaged and are not used',
    fix: 'Enter them again.',
  },
  'origin-not-bound': {
    what: 'The credentials of {{connection}} may not go to {{origin}}',
    fix: 'Use a path below the base URL, or a connection made for that address.',
  },
  // What was entered
  draft: { what: 'An input is only half typed', fix: 'Finish it in the step’s settings.' },
  'input-required': { what: 'The input “{{input}}” is empty and has to have a value', fix: 'Fill it in.' },
  'input-type': {
    what: 'The input takes {{expected}} and got {{actual}}',
    fix: 'Map another value, or convert it in an expression.',
  },
  'reference-no-result': {
    what: 'It refers to a step that has no result here',
    fix: 'Run the flow up to that step, or refer to another one.',
  },
  'reference-undefined': {
    what: 'Undefined, because there is no “{{missing}}” in {{in}}',
    fix: 'Choose another value; it may only be there sometimes.',
  },
  'variable-undefined': { what: 'The config variable has no value', fix: 'Give it a default.' },
  'expression-undefined': {
    what: 'The expression gives nothing',
    fix: 'Check its path against the output of the step.',
  },
  'expression-failed': { what: 'The expression failed: {{detail}}', fix: 'Correct it in the step’s settings.' },
  'expression-syntax': { what: 'The expression is not valid JSONata', fix: 'Correct it in the step’s settings.' },
  'expression-timeout': { what: 'The expression took too long and was stopped', fix: 'Make it simpler.' },
  'expression-too-deep': { what: 'The expression goes too deep', fix: 'Make it simpler; look for endless recursion.' },
  'value-too-deep': { what: 'The value is nested too deeply', fix: 'Pick the part you need.' },
  'condition-types': {
    what: 'The condition compares {{left}} with {{right}}',
    fix: 'Compare values of the same type.',
  },
  'condition-date': {
    what: 'One side of the condition is not a date',
    fix: 'Use an ISO 8601 date such as 2026-11-20.',
  },
  'url-scheme': { what: 'Requests go over http or https, not {{scheme}}', fix: 'Correct the URL.' },
  'url-relative': {
    what: '“{{url}}” has no host, and the step has no connection with a base URL',
    fix: 'Choose a connection, or enter the whole URL.',
  },
  'url-invalid': { what: '“{{url}}” is not a URL', fix: 'Correct it in the step’s settings.' },
  'method-invalid': { what: '{{method}} cannot be sent', fix: 'Choose another method.' },
  'body-not-allowed': { what: '{{method}} requests carry no body', fix: 'Choose another method, or no body.' },
  'header-newline': {
    what: 'The header “{{header}}” holds a line break and was not sent',
    fix: 'Remove the line break; it would smuggle in another header.',
  },
  'header-name': { what: '“{{header}}” is not a header name', fix: 'Use letters, digits and hyphens.' },
  'header-characters': { what: 'The header “{{header}}” holds characters a header cannot', fix: 'Encode the value.' },
  // The flow
  'connector-missing': { what: 'Its connector is not installed', fix: 'Install it, or delete the step.' },
  'action-missing': { what: 'Its connector no longer has this action', fix: 'Choose another action.' },
  'not-runnable': { what: 'Steps of this kind ({{kind}}) cannot run here', fix: 'Disable the step to run the others.' },
  'loop-times': { what: 'The loop is to run {{times}} times', fix: 'Use a whole number of 0 or more.' },
  'loop-too-long': { what: 'The loop has more than {{limit}} items', fix: 'Filter the list first.' },
  'break-outside-loop': { what: 'There is no loop to break here', fix: 'Move the step into a loop.' },
  'flow-missing': { what: 'The flow is not there any more', fix: 'Choose another flow.' },
  stopped: { what: 'Stopped by the flow: {{message}}', fix: 'The stop step is meant to end the run with an error.' },
  cancelled: { what: 'The run was stopped', fix: 'Run again.' },
  'step-crashed': { what: 'The step broke down: {{detail}}', fix: 'This is a bug in the connector; please report it.' },
  'base-url-invalid': { what: 'The base URL of the connection is not a URL', fix: 'Edit the connection.' },
  'credential-origin-changed': {
    what: 'The base URL now leads to {{origin}}; the credentials were entered for another place',
    fix: 'Enter them again for the new address.',
  },
  'direct-impossible': {
    what: 'A page cannot send this request itself ({{what}})',
    fix: 'Let the connection go through the local server, or automatically.',
  },
  'choices-unreadable': { what: 'The API gave no list of choices', fix: 'Type the value instead.' },
  'http-server-error': { what: '{{status}}: the API itself failed', fix: 'Try again later.' },
  'http-status': { what: 'The API answered {{status}}', fix: 'Check the credentials and the base URL.' },
  'path-escapes-base': { what: 'The path leads out of the base URL', fix: 'Remove the “..” from the path.' },
  'path-input-unfit': { what: '“{{input}}” is empty, and it is part of the path', fix: 'Fill it in.' },
  'preview-failed': { what: 'The live value could not be computed', fix: 'Edit the input to try again.' },
  'preview-too-slow': {
    what: 'The live value took longer than {{milliseconds}} ms',
    fix: 'Make the expression simpler.',
  },
  'url-with-credentials': {
    what: 'The URL holds a user name or password',
    fix: 'Remove them and use a connection: there they are sealed.',
  },
  'vault-locked': { what: 'The vault is locked, so nothing is sent with credentials', fix: 'Unlock it and run again.' },
  'vault-damaged': {
    what: 'The record of the vault’s key was changed or damaged',
    fix: 'Reset the vault, and enter the credentials again.',
  },
  'vault-unavailable': { what: 'The vault does not answer', fix: 'Reload the page and run again.' },
  'runner-lost': { what: 'The test runner broke down', fix: 'Run again.' },
  'auth-settings-invalid': {
    what: 'A setting of the auth method is missing or cannot be used: {{field}}',
    fix: 'Correct it in the auth method.',
  },
  'auth-value-missing': { what: 'The test credentials lack a value: {{field}}', fix: 'Enter it there.' },
  'auth-value-invalid': {
    what: 'A value of the test credentials cannot be used as it is: {{field}}',
    fix: 'Copy it again from where it was given to you: a character of it is damaged, or it is of another form.',
  },
  'username-with-colon': {
    what: 'A user name with a colon cannot be sent with basic auth',
    fix: 'Correct the user name of the connection.',
  },
  'template-without-key': { what: 'The value template does not hold ${key}', fix: 'Edit the auth method.' },
  'expression-empty': { what: 'The expression is empty', fix: 'Write one, or remove the input.' },
  'expression-too-large': { what: 'The expression makes more than it may', fix: 'Make it work on less data.' },
  'order-by-too-long': {
    what: 'The expression orders a list of more than {{limit}} items with ^(…)',
    fix: 'Pick the items you need first, or let the API order them.',
  },
  'expression-too-long': { what: 'The expression is too long', fix: 'Split it into several steps.' },
} as const
