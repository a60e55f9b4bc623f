import type {Connection} from './connections.js';
import type {SandboxDevice} from './devices.js';
import {HOUR_MS, stepOf} from './home-time.js';
import {idFrom, isSignedBy, signatureOf} from './signed.js';

/** How every secret begins: one that stands where it should not is found by it. */
export const SECRET_MARK = 'sandbox-cue-secret-';

/** Something that waits for the customer: an item of `actions[]`, without its link. */
export interface Cue {
  readonly id: string;
  readonly code: string;
  readonly device: SandboxDevice;
}

/** How the newer generation sends it (9.4 of the API's facts). */
export interface Action {
  readonly code: string;
  readonly resolution_link: {readonly url: string; readonly required_parameters: readonly string[]};
}

export function cuesOf(device: SandboxDevice, {is}: Connection, settled: ReadonlySet<string>): Cue[] {
  const codes = [...(is === 'connected' ? [] : ['reauthenticate']), ...(device.message ? [device.message] : [])];
  return codes.map(code => ({id: idFrom(`${device.id} ${code}`), code, device})).filter(({id}) => !settled.has(id));
}

export function toAction({id, code}: Cue, apiUrl: string, now: number): Action {
  const [path, parameters] = code === 'information' ? ['information/resolve', []] : ['resolve', ['successUrl', 'cancelUrl']];
  return {code, resolution_link: {url: `${apiUrl}cues/${id}/${path}?secret=${secretOf(id, now)}`, required_parameters: parameters}};
}

/** Good for one to two hours, and the same through each: reading a device twice does not make two different devices. */
function secretOf(cueId: string, now: number): string {
  const expires = String(stepOf(now, HOUR_MS) + 2 * HOUR_MS);
  return `${SECRET_MARK}${expires}.${signatureOf(`${cueId} ${expires}`)}`;
}

export function isSecretOf(cueId: string, secret: string, now: number): boolean {
  const [expires = '', signature = ''] = secret.replace(SECRET_MARK, '').split('.');
  return isSignedBy(`${cueId} ${expires}`, signature) && Number(expires) > now;
}
