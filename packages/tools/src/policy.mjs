// The one content policy that demo, end-to-end tests and old engines run under.
export const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'self'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html jiceng',
].join('; ');

/** The same for pages that the browser test runner serves: its live connection is a socket, and it frames pages. */
export const runnerPolicy = policy.replace("connect-src 'self'", "connect-src 'self' ws:");
