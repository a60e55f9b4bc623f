import {parseArgs} from 'node:util';

export interface Settings {
  /** The proxy's base, without a slash at the end. */
  readonly proxy: URL;
  /** The portal's origin: the proxy's own, unless said otherwise. */
  readonly origin: string;
  /** Cookie and headers as given, in lower case: they sign the requests, and are never printed. */
  readonly credentials: Readonly<Record<string, string>>;
  /** By which of them the session comes. */
  readonly session: readonly string[];
  readonly push: URL;
  /** Devices of other customers. */
  readonly otherIds: readonly string[];
  readonly mayWrite: boolean;
  readonly isJson: boolean;
  readonly heartbeatSeconds: number;
}

/** What was asked for; a sentence where it cannot be understood. */
export type Reading = {readonly settings: Settings} | {readonly fault: string} | {readonly isHelp: true};

const OPTIONS = {
  cookie: {type: 'string'},
  header: {type: 'string', multiple: true},
  origin: {type: 'string'},
  'push-url': {type: 'string'},
  'other-id': {type: 'string', multiple: true},
  yes: {type: 'boolean', default: false},
  json: {type: 'boolean', default: false},
  help: {type: 'boolean', default: false, short: 'h'},
  'heartbeat-seconds': {type: 'string', default: '30'},
} as const;

export function readArguments(args: readonly string[]): Reading {
  try {
    const {values, positionals} = parse(args);
    if (values.help) return {isHelp: true};
    if (positionals.length !== 1) return {fault: 'Give one address: that of the proxy.'};
    return {settings: settingsOf(positionals[0] ?? '', values)};
  } catch (error) {
    const [, option] = /^Unknown option '(-[^']*)'/.exec((error as Error).message) ?? [];
    return {fault: option ? `There is no option ${option.split('=')[0]}.` : (error as Error).message};
  }
}

const parse = (args: readonly string[]) => parseArgs({args: [...args], options: OPTIONS, allowPositionals: true});

type Values = ReturnType<typeof parse>['values'];

function settingsOf(address: string, values: Values): Settings {
  const proxy = urlOf(address, 'The proxy\'s address', /^https?:$/);
  proxy.pathname = proxy.pathname.replace(/\/+$/, '');
  const credentials = credentialsOf(values);
  const seconds = Number(values['heartbeat-seconds']);
  if (!(seconds > 0)) throw new Error('--heartbeat-seconds has to be a number above 0.');
  return {
    proxy,
    origin: values.origin ? urlOf(values.origin, '--origin', /^https?:$/).origin : proxy.origin,
    credentials,
    session: Object.keys(credentials),
    push: values['push-url'] ? urlOf(values['push-url'], '--push-url', /^(https?|wss?):$/, proxy) : under(proxy, '/events'),
    otherIds: values['other-id'] ?? [],
    mayWrite: values.yes,
    isJson: values.json,
    heartbeatSeconds: seconds,
  };
}

/** A sentence of ours and not the address: it may carry a secret. */
function urlOf(text: string, what: string, protocol: RegExp, base?: URL): URL {
  const url = URL.canParse(text, base) ? new URL(text, base) : undefined;
  if (!url || !protocol.test(url.protocol) || url.username || url.password) {
    throw new Error(`${what} has to be an absolute address such as https://portal.example/podero, without user and password.`);
  }
  url.hash = '';
  return url;
}

export function under(proxy: URL, path: string): URL {
  const url = new URL(proxy);
  url.pathname += path;
  return url;
}

function credentialsOf({cookie, header = []}: Values): Record<string, string> {
  const pairs = header.map(text => {
    const [, name = '', value = ''] = /^([\w-]+):\s*([\t\x20-\x7e]+)$/.exec(text) ?? [];
    if (!name) throw new Error('--header has to be of the form \'name: value\'.');
    return [name.toLowerCase(), value.trim()] as const;
  });
  return {...Object.fromEntries(pairs), ...(cookie ? {cookie} : {})};
}
