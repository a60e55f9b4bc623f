import {createHash, createHmac, timingSafeEqual} from 'node:crypto';

/** Good for nothing but an invented home on this machine, and the same after a restart: links stay good. */
const KEY = 'alpenstrom-demo';

export const signatureOf = (text: string): string => createHmac('sha256', KEY).update(text).digest('base64url');

export function isSignedBy(text: string, signature: string): boolean {
  const [expected, given] = [Buffer.from(signatureOf(text)), Buffer.from(signature)];
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** The same id for the same text, in the shape of the API's. */
export const idFrom = (text: string): string => createHash('sha256').update(text).digest('hex')
  .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
