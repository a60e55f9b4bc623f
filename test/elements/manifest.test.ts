import {expect} from '@open-wc/testing';
import type {PropertyDeclaration} from 'lit';
import '../../src/index.js';
import type {DeviceKind} from '../../src/domain/device.js';
import {DEVICE_KINDS} from '../../src/domain/device.js';
import type {Overrides} from '../fixtures/payloads.js';
import {FakeProxy, fresh, status, unreachable} from './fake-proxy.js';
import type {ElementDoc, Manifest} from './manifest.js';
import {AGREE, differences, documentedDetail, namesOf} from './manifest.js';
import {CONTRACT_PARTS, LATER_PARTS, missedIn, partsOf, reachFor} from './parts.js';
import {has, part, shown, until} from './shown.js';

type Ours = HTMLElement & {refresh(): Promise<void>};
type OurClass = CustomElementConstructor & {readonly observedAttributes: string[]; readonly elementProperties: Map<string, PropertyDeclaration>};

/** What an element's code was seen to do in all situations. */
interface Seen {
  readonly parts: Set<string>;
  /** Parts that a page's `::part(name)` misses, or takes for others. */
  readonly missed: Set<string>;
  readonly slots: Set<string>;
  readonly events: Map<string, Set<string>>;
}

interface Situation {
  readonly attributes?: Readonly<Record<string, string>>;
  /** What the proxy answers when the element comes; one good device of each kind where it is not said. */
  readonly before?: (proxy: FakeProxy) => void;
  /** Nothing but a skeleton is to be seen. */
  readonly isWaiting?: boolean;
  /** What happens once something is shown. */
  readonly then?: (element: Ours, proxy: FakeProxy) => Promise<unknown>;
}

/** Found by the language and direction of the page around, not observed. */
const NOT_OBSERVED = ['lang', 'dir', 'color-scheme'];
const ID = 'd1';
const OUT = {is_authenticated: false, authorization_url: `${location.href}#login`};
const TOTALS = {consumption_last_day_kwh: 1, consumption_last_week_kwh: 7, consumption_last_month_kwh: 30};

const serveAll = (proxy: FakeProxy, overrides: Overrides = {}): void =>
  DEVICE_KINDS.forEach(kind => proxy.serve(kind, [fresh(kind, {id: ID, ...TOTALS, ...overrides})]));
const refreshWith = (answer: Parameters<FakeProxy['answerAll']>[0]) => (element: Ours, proxy: FakeProxy) => {
  proxy.answerAll(answer);
  return element.refresh();
};

/** Everything a part, a slot or an event of ours needs to be seen. A new one that no situation shows: add the situation. */
const SITUATIONS: Readonly<Record<string, Situation>> = {
  'still waiting': {isWaiting: true, before: proxy => proxy.answerAll(() => new Promise(() => {}))},
  'no device': {before: proxy => DEVICE_KINDS.forEach(kind => proxy.serve(kind, []))},
  'nothing could be loaded': {before: proxy => proxy.answerAll(status(503))},
  'signed out': {before: proxy => proxy.answerAll(status(401))},
  'a device with another state after a refresh': {then: (element, proxy) => {
    serveAll(proxy, OUT);
    return element.refresh();
  }},
  'a disconnected device that the customer reconnects': {before: proxy => serveAll(proxy, OUT), then: async element => {
    const link = part(element, 'action');
    link?.addEventListener('click', event => event.preventDefault());
    link?.click();
  }},
  'old devices': {before: proxy => serveAll(proxy, {current_state_last_updated_at: '2025-01-01T00:00:00Z', plug_status: true})},
  'the provider is silent': {then: refreshWith(status(503))},
  'the portal cannot be reached': {then: refreshWith(unreachable)},
  'the network is gone': {then: async (element, proxy) => {
    Object.defineProperty(navigator, 'onLine', {value: false, configurable: true});
    await refreshWith(unreachable)(element, proxy).finally(() => Reflect.deleteProperty(navigator, 'onLine'));
  }},
  'an answer that is refused': {then: refreshWith(status(429))},
  'more devices than a page holds': {attributes: {'page-size': '1'}},
  'a title that is activated': {attributes: {selectable: ''}, then: async element => part(element, 'title')?.querySelector('button')?.click()},
  'a time that the user turns to another': {attributes: {period: 'day'}, then: async element => part(element, 'periods')?.querySelector('button')?.click()},
  'a failure that ends': {before: proxy => proxy.answerAll(status(503)), then: (element, proxy) => {
    serveAll(proxy);
    return element.refresh();
  }},
};

const seen = new Map<string, Seen>();
const seenOf = (tag: string): Seen => seen.get(tag) ?? seen.set(tag, {parts: new Set(), missed: new Set(), slots: new Set(), events: new Map()}).get(tag)!;

function look(element: Ours): void {
  const {parts, missed, slots} = seenOf(element.localName);
  partsOf(element.shadowRoot!).forEach(({name}) => parts.add(name));
  missedIn(element, namesOf(documented(element.localName).cssParts)).forEach(sentence => missed.add(sentence));
  element.shadowRoot!.querySelectorAll('slot').forEach(({name}) => slots.add(name));
}

/** What an element fires, and what comes out of it from an element within. */
function hear(tag: string, {type, detail}: CustomEvent<object>): void {
  const {events} = seenOf(tag);
  const keys = events.get(type) ?? events.set(type, new Set()).get(type)!;
  Object.keys(detail).forEach(key => keys.add(key));
}

async function live(tag: string, kind: DeviceKind, {attributes, isWaiting, before, then}: Situation): Promise<void> {
  const proxy = new FakeProxy();
  serveAll(proxy);
  before?.(proxy);
  const element = document.createElement(tag) as Ours;
  const own = tag === 'podero-device-card' ? {'device-type': kind, 'device-id': ID} : {};
  for (const [name, value] of Object.entries({'proxy-url': proxy.url, ...own, ...attributes})) element.setAttribute(name, value);
  document.body.append(element);
  try {
    await (isWaiting ? until(() => has(element, 'skeleton'), 'no skeleton') : shown(element));
    look(element);
    await then?.(element, proxy);
    look(element);
  } finally {
    element.remove();
    proxy.restore();
  }
}

const manifest = await (await fetch('/custom-elements.json')).json() as Manifest;
const ELEMENTS = manifest.modules.flatMap(({declarations}) => declarations);
const documented = (tag: string): ElementDoc => ELEMENTS.find(({tagName}) => tagName === tag)!;

describe('custom-elements.json', () => {
  const {dispatchEvent} = EventTarget.prototype;

  before(async () => {
    document.adoptedStyleSheets.push(reachFor(Object.fromEntries(ELEMENTS.map(({tagName, cssParts}) => [tagName, namesOf(cssParts)]))));
    HTMLElement.prototype.dispatchEvent = function (event) {
      const {host} = this.getRootNode() as Partial<ShadowRoot>;
      if (event.type.startsWith('podero-')) [this, ...(host ? [host] : [])].forEach(({localName}) => hear(localName, event as CustomEvent<object>));
      return dispatchEvent.call(this, event);
    };
    for (const [name, situation] of Object.entries(SITUATIONS)) {
      for (const {tagName} of ELEMENTS) {
        for (const kind of tagName === 'podero-device-card' ? DEVICE_KINDS : DEVICE_KINDS.slice(0, 1)) {
          await live(tagName, kind, situation).catch(error => {
            throw new Error(`<${tagName}> (${kind}), ${name}: ${error}`);
          });
        }
      }
    }
  });

  after(() => {
    document.adoptedStyleSheets.pop();
    Reflect.deleteProperty(HTMLElement.prototype, 'dispatchEvent');
  });

  for (const element of ELEMENTS) describe(element.tagName, () => check(element));
});

function check(element: ElementDoc): void {
  const Class = customElements.get(element.tagName) as OurClass;

  it('names the parts that can be seen', () => {
    expect(differences(namesOf(element.cssParts), seenOf(element.tagName).parts), '`@csspart` of the class comment; if no situation above shows a part, add one').to.deep.equal(AGREE);
  });

  it('lets a page reach each part by its name, and nothing else by it', () => {
    expect([...seenOf(element.tagName).missed]).to.deep.equal([]);
  });

  it('has all parts of the contract but those that come later', () => {
    const later = Object.keys(LATER_PARTS[element.tagName]!);
    const own = namesOf(element.cssParts);
    expect(CONTRACT_PARTS[element.tagName]!.filter(name => own.includes(name) === later.includes(name)), 'missing, or no longer missing').to.deep.equal([]);
    expect(later.filter(name => !CONTRACT_PARTS[element.tagName]!.includes(name)), 'not of the contract').to.deep.equal([]);
  });

  it('names the slots that can be filled', () => {
    expect(differences(namesOf(element.slots), seenOf(element.tagName).slots), '`@slot` of the class comment').to.deep.equal(AGREE);
  });

  it('names the events that are fired, and all that their details may carry', () => {
    const {events} = seenOf(element.tagName);
    expect(differences(namesOf(element.events), events.keys()), '`@fires` of the class comment; if no situation above fires an event, add one').to.deep.equal(AGREE);
    for (const event of element.events) {
      expect(differences(documentedDetail(event), events.get(event.name)!)['not documented'], `{…} that closes @fires ${event.name}`).to.deep.equal([]);
    }
  });

  it('names the attributes that are observed, and no other', () => {
    const documented = namesOf(element.attributes).filter(name => !NOT_OBSERVED.includes(name));
    expect(differences(documented, Class.observedAttributes), 'doc comments of the properties').to.deep.equal(AGREE);
  });

  it('names the properties that can be set, with their defaults', () => {
    const settable = [...Class.elementProperties].filter(([, {state}]) => !state).map(([name]) => name);
    const fields = element.members.filter(({kind}) => kind === 'field');
    expect(differences(namesOf(fields), settable), 'doc comments of the properties').to.deep.equal(AGREE);
    const fresh = document.createElement(element.tagName) as unknown as Record<string, unknown>;
    for (const {name, default: value} of fields) expect(String(fresh[name]), name).to.equal(value?.replace(/^'|'$/g, '') ?? 'undefined');
  });

  it('names methods that are there', () => {
    const methods = element.members.filter(({kind}) => kind === 'method');
    for (const {name} of methods) expect(Class.prototype[name], name).to.be.a('function');
  });
}
