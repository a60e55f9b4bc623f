import {readFile} from 'node:fs/promises';
import {USERS} from '../sandbox/users.js';
import type {Visitor} from './sessions.js';

/** While nobody is signed in the widgets stand on the page all the same; the proxy does not look at the id then. */
const NO_DEVICE = '00000000-0000-0000-0000-000000000000';

const template = (name: string) => readFile(new URL(name, import.meta.url), 'utf8');

/** `page.html` for whoever is signed in; a customer without a heat pump gets it without the card of one. */
export async function renderPage(visitor: Visitor): Promise<string> {
  const user = visitor === 'nobody' ? undefined : USERS[visitor];
  const heatPump = user ? user.fleet.find(({kind}) => kind === 'heat-pump')?.id : NO_DEVICE;
  return fill(await template('page.html'), {
    card: heatPump ? fill(await template('card.html'), {heatPump: escape(heatPump)}) : '',
    customer: user ? escape(`${user.firstName} ${user.lastName}`) : 'Not signed in',
    number: user ? escape(`Customer ${user.externalId.replace('customer_', 'no. ')}`) : 'Choose a customer above',
    ...Object.fromEntries(Object.keys(USERS).map(key => [`is-${key}`, String(key === visitor)])),
  });
}

function fill(html: string, values: Readonly<Record<string, string>>): string {
  return html.replace(/\{\{([\w-]+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The page asks for "${name}", which nobody provides.`);
    return value;
  });
}

const ENTITIES: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;'};

export const escape = (text: string): string => text.replace(/[&<>"']/g, character => ENTITIES[character] ?? character);
