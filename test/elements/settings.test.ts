import {expect} from '@open-wc/testing';
import '../../src/elements/podero-device-card.js';
import type {Settings} from '../../src/elements/settings.js';
import {settingsOf} from '../../src/elements/settings.js';

const {warn} = console;
let lines: string[];

beforeEach(() => {
  lines = [];
  console.warn = (line: string) => lines.push(line);
});

afterEach(() => {
  console.warn = warn;
});

const DEFAULTS: Settings = {
  pollIntervalMs: 300_000, session: '', credentials: 'same-origin', batterySign: 'auto', building: undefined,
  getToken: undefined, getHeaders: undefined,
};

/** Of a card that is not in the page: nothing else reads its settings. */
function cardWith(attributes: Readonly<Record<string, string>>) {
  const card = document.createElement('podero-device-card');
  for (const [name, value] of Object.entries(attributes)) card.setAttribute(name, value);
  return card;
}

/** Attribute, what is written, which setting becomes what; `warns` where one line in the console names it. */
const VALUES: readonly (readonly [attribute: string, written: string, used: Partial<Settings>, warns?: 'warns'])[] = [
  ['poll-interval', '60', {pollIntervalMs: 60_000}],
  ['poll-interval', '0', {pollIntervalMs: 0}],
  ['poll-interval', '1', {pollIntervalMs: 15_000}],
  ['poll-interval', '0.001', {pollIntervalMs: 15_000}],
  ['poll-interval', '14', {pollIntervalMs: 15_000}],
  ['poll-interval', '15', {pollIntervalMs: 15_000}],
  ['poll-interval', '86400', {pollIntervalMs: 86_400_000}],
  ['poll-interval', '86401', {pollIntervalMs: 86_400_000}],
  ['poll-interval', '1e99', {pollIntervalMs: 86_400_000}],
  ['poll-interval', '', {}, 'warns'],
  ['poll-interval', '-5', {}, 'warns'],
  ['poll-interval', 'abc', {}, 'warns'],
  ['poll-interval', '5min', {}, 'warns'],
  ['credentials', 'include', {credentials: 'include'}],
  ['credentials', 'omit', {credentials: 'omit'}],
  ['credentials', 'Include', {}, 'warns'],
  ['credentials', 'yes', {}, 'warns'],
  ['battery-sign', 'charging-positive', {batterySign: 'charging-positive'}],
  ['battery-sign', 'discharging-positive', {batterySign: 'discharging-positive'}],
  ['battery-sign', 'auto', {}],
  ['battery-sign', '+', {}, 'warns'],
  ['session', 'anna', {session: 'anna'}],
  ['building', 'b1', {building: 'b1'}],
  ['building', '', {}],
];

/** Which rows of the faults their values prove. */
const ROWS: Readonly<Record<string, string>> = {'poll-interval': 'T15 '};

describe('settingsOf', () => {
  for (const [attribute, written, used, warns] of VALUES) {
    it(`${ROWS[attribute] ?? ''}reads ${attribute}="${written}"${warns ? ', names it once and takes the default' : ''}`, () => {
      const card = cardWith({[attribute]: written});
      expect(settingsOf(card)).to.deep.equal({...DEFAULTS, ...used});
      settingsOf(card);
      expect(lines).to.have.length(warns ? 1 : 0);
      if (warns) expect(lines[0]).to.contain(`<podero-device-card ${attribute}="${written}"> cannot be used: give `);
    });
  }

  it('has every default where nothing is written', () => {
    expect(settingsOf(cardWith({}))).to.deep.equal(DEFAULTS);
  });

  it('takes a removed attribute for one that never was', () => {
    const card = cardWith({'poll-interval': '60', 'credentials': 'omit', 'battery-sign': 'charging-positive'});
    for (const name of card.getAttributeNames()) card.removeAttribute(name);
    expect(settingsOf(card)).to.deep.equal(DEFAULTS);
    expect(lines).to.deep.equal([]);
  });

  it('takes functions, and names what is none', () => {
    const getToken = () => Promise.resolve('t');
    expect(settingsOf(Object.assign(cardWith({}), {getToken, getHeaders: 'abc'}))).to.deep.equal({...DEFAULTS, getToken});
    expect(lines).to.deep.equal(['podero-widgets: <podero-device-card getHeaders="abc"> cannot be used: give a function. Now none is used.']);
  });

  it('checks properties as it does attributes', () => {
    const card = Object.assign(cardWith({}), {pollInterval: NaN, credentials: 'never'});
    expect(settingsOf(card)).to.deep.equal(DEFAULTS);
    expect(lines).to.deep.equal([
      'podero-widgets: <podero-device-card poll-interval="NaN"> cannot be used: give a number from 0. Now 300 is used.',
      'podero-widgets: <podero-device-card credentials="never"> cannot be used: give same-origin, include, omit. Now same-origin is used.',
    ]);
  });
});
