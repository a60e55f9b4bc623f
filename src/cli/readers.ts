/** What a variable's text means; undefined where it cannot be used. */
export type Reader<Value> = (text: string) => Value | undefined;

export const asText: Reader<string> = text => text;

export const matching = (form: RegExp): Reader<string> => text => (form.test(text) ? text : undefined);

/** A whole number between the two, both included. */
export const asWhole = (least: number, most: number): Reader<number> => text => {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  return number >= least && number <= most ? number : undefined;
};

export const asOneOf = <Word extends string>(...words: readonly Word[]): Reader<Word> => text => words.find(word => word === text);

/** What commas separate, each as the reader takes it. */
export const asList = (read: Reader<string>): Reader<readonly string[]> => text => {
  const parts = text.split(',').map(part => part.trim());
  return parts.every(part => part !== '' && read(part) !== undefined) ? parts : undefined;
};

/** An address to which something secret is sent: https, or a place on this machine. */
export const asSafeUrl: Reader<string> = text => readUrl(text, isLoopback);

/** The same, or in the private network behind the gateway. */
export const asNearUrl: Reader<string> = text => readUrl(text, host => isLoopback(host) || PRIVATE.test(host));

export const asOrigin: Reader<string> = text => (URL.canParse(text) && new URL(text).origin === text ? text : undefined);

const isLoopback = (host: string): boolean => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host);

/** Addresses of private networks (RFC 1918), and names that only a private network can have. */
const PRIVATE = /^(10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(1[6-9]|2\d|3[01])\.\d+\.\d+|\[f[cd][\da-f:]+\]|[a-z\d-]*[a-z][a-z\d-]*|.+\.(internal|local))$/;

function readUrl(text: string, mayBePlain: (host: string) => boolean): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const {protocol, hostname, username, password, hash} = new URL(text);
  if (username || password || hash) return undefined;
  return protocol === 'https:' || (protocol === 'http:' && mayBePlain(hostname)) ? text : undefined;
}
