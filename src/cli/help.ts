import {VARIABLES, type Variable} from './variables.js';

const lineOf = ([name, {is, default: fallback, isRequired}]: [string, Variable]): string =>
  `  ${name.padEnd(27)}${is}${isRequired ? ' (required)' : ''}${fallback === undefined ? '' : ` (${fallback})`}`;

export const HELP = `podero-widgets: the partner's server side of the Podero widgets

  podero-widgets proxy              serves the proxy by itself, as the environment variables below say
  podero-widgets doctor <proxy-url> checks any proxy against the contract (doctor --help tells more)
  podero-widgets --version

Variables of "proxy":
${Object.entries(VARIABLES).map(lineOf).join('\n')}

Who is signed in comes from PODERO_SESSION_URL: it gets the browser's Cookie and Authorization, and answers 200 with
{"userId": "…"} or {"externalUserId": "…"}, or 401, 403 or 204 for nobody; an answer is kept for 10 s. Or from PODERO_USER_HEADER.`;
