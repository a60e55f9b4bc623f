import {readFile} from 'node:fs/promises';
import type {SandboxDevice} from '../sandbox/devices.js';
import {DORAS_BUILDINGS, USER_NAMES, USERS, type SandboxUser} from '../sandbox/users.js';
import {renderGroups} from './panel.js';
import {pushUrl} from './push.js';
import type {Session} from './sessions.js';
import {WORDS, type Words} from './words.js';

type Shown = Pick<SandboxDevice, 'kind' | 'id'>;

/** While nobody is signed in the widgets stand on the page all the same; the proxy does not look at the id then. */
const NO_DEVICE: Shown = {kind: 'heat-pump', id: '00000000-0000-0000-0000-000000000000'};

const template = (name: string) => readFile(new URL(name, import.meta.url), 'utf8');

/** As many cards as stand on a page of the list, by itself. */
const MOST_EXPECTED = 24;

/** The customer's devices, on a page at this address; one without a heat pump gets the page without the card of one. */
export async function renderHome(session: Session, pageUrl: string): Promise<string> {
  const user = userOf(session);
  const heatPump = user ? user.fleet.find(({kind}) => kind === 'heat-pump') : NO_DEVICE;
  const push = pushUrl(session.push, pageUrl);
  const body = fill(await template('home.html'), {
    push: escape(push),
    expected: String(Math.min(MOST_EXPECTED, user?.fleet.length ?? 1)),
    card: heatPump ? await renderCard(heatPump, push) : '',
    buildings: user ? renderBuildings(user) : '',
  });
  return renderPage(session, body);
}

/** A page of its own for one of the customer's devices. */
export async function renderDevicePage(session: Session, pageUrl: string, kind: string, id: string): Promise<string | undefined> {
  const device = userOf(session)?.fleet.find(device => device.kind === kind && device.id === id);
  if (!device) return undefined;
  const push = pushUrl(session.push, pageUrl);
  return renderPage(session, fill(await template('device.html'), {kind, id: escape(id), push: escape(push), card: await renderCard(device, push)}));
}

async function renderPage(session: Session, body: string): Promise<string> {
  const {lang, scheme, push, visitor} = session;
  const page = fill(await template('page.html'), {
    lang, scheme, push, body,
    customer: renderCustomer(userOf(session)),
    customers: USER_NAMES.map(name => `      <button name="customer" value="${name}" aria-pressed="${name === visitor}">${USERS[name].firstName}</button>`).join('\n'),
    groups: renderGroups(),
  });
  return fillWords(page, WORDS[lang]);
}

const userOf = ({visitor}: Session): SandboxUser | undefined => (visitor === 'nobody' ? undefined : USERS[visitor]);

const renderCard = async ({kind, id}: Shown, push: string): Promise<string> =>
  fill(await template('card.html'), {kind, id: escape(id), push: escape(push)});

const renderCustomer = (user: SandboxUser | undefined): string => user
  ? `<strong>${escape(`${user.firstName} ${user.lastName}`)}</strong>
        <span><span data-word="customer-number"></span> ${escape(user.externalId.replace('customer_', ''))}</span>`
  : '<strong data-word="not-signed-in"></strong>\n        <span data-word="choose-customer"></span>';

/** For whoever has devices in several: which one is shown. */
function renderBuildings({fleet}: SandboxUser): string {
  const buildings = DORAS_BUILDINGS.filter(({building}) => fleet.some(device => device.building === building));
  if (!buildings.length) return '';
  const options = buildings.map(({building, name}) => `<option value="${building}">${escape(name)}</option>`).join('');
  return `      <p class="building">
        <label for="building" data-word="building"></label>
        <select id="building"><option value="" data-word="all-buildings"></option>${options}</select>
      </p>
`;
}

function fill(html: string, values: Readonly<Record<string, string>>): string {
  return html.replace(/\{\{([\w-]+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The page asks for "${name}", which nobody provides.`);
    return value;
  });
}

/** Into `data-word="…"` the word itself, for `data-label="…"` an `aria-label`; `portal.js` does it again in another language. */
export function fillWords(html: string, words: Words): string {
  const word = (key: string) => {
    if (!Object.hasOwn(words, key)) throw new Error(`The page asks for the word "${key}", which is in no catalogue.`);
    return escape(words[key as keyof Words]);
  };
  return html
    .replace(/ data-word="([\w-]+)"[^>]*>/g, (tag, key: string) => tag + word(key))
    .replace(/ data-label="([\w-]+)"/g, (attribute, key: string) => `${attribute} aria-label="${word(key)}"`);
}

const ENTITIES: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;'};

export const escape = (text: string): string => text.replace(/[&<>"']/g, character => ENTITIES[character] ?? character);
