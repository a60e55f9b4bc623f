import {readFile} from 'node:fs/promises';
import type {DeviceKind} from '../../../src/domain/device.js';
import type {SandboxDevice} from '../devices.js';
import type {Ticket} from '../tickets.js';
import {USERS, type SandboxUser} from '../users.js';

interface Words {
  readonly lang: string;
  readonly heading: string;
  readonly text: string;
  readonly account: string;
  readonly password: string;
  readonly signIn: string;
  readonly cancel: string;
  readonly note: string;
  readonly kinds: Readonly<Record<DeviceKind, string>>;
}

const ENGLISH: Words = {
  lang: 'en',
  heading: 'Connect again',
  text: 'Alpenstrom asks to read and steer your device through Podero.',
  account: 'Account',
  password: 'Password',
  signIn: 'Sign in',
  cancel: 'Cancel',
  note: 'An invented manufacturer: any password is right.',
  kinds: {'heat-pump': 'Heat pump', 'electric-vehicle': 'Electric vehicle', inverter: 'Solar inverter'},
};

const GERMAN: Words = {
  lang: 'de',
  heading: 'Wieder verbinden',
  text: 'Alpenstrom bittet darum, Ihr Gerät über Podero lesen und steuern zu dürfen.',
  account: 'Konto',
  password: 'Passwort',
  signIn: 'Anmelden',
  cancel: 'Abbrechen',
  note: 'Ein erfundener Hersteller: Jedes Passwort stimmt.',
  kinds: {'heat-pump': 'Wärmepumpe', 'electric-vehicle': 'Elektroauto', inverter: 'Wechselrichter'},
};

/** The login page of a device, in German where that was asked for. */
export async function renderLogin({device: id, language}: Ticket, ticket: string): Promise<string> {
  const {kinds, ...words} = /^de\b/i.test(language) ? GERMAN : ENGLISH;
  const {user, device} = find(id);
  const html = await readFile(new URL('page.html', import.meta.url), 'utf8');
  const values = {...words, ticket, kind: device ? kinds[device.kind] : '', email: user?.email ?? ''};
  return Object.entries(values).reduce((page, [name, value]) => page.replaceAll(`{{${name}}}`, escape(value)), html);
}

function find(id: string): {user?: SandboxUser; device?: SandboxDevice} {
  const user = Object.values(USERS).find(({fleet}) => fleet.some(device => device.id === id));
  const device = user?.fleet.find(device => device.id === id);
  return user && device ? {user, device} : {};
}

const ENTITIES: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;'};

const escape = (text: string): string => text.replace(/[&<>"']/g, character => ENTITIES[character] ?? character);
