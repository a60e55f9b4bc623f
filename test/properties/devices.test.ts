import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {parseDevice} from '../../src/api/parse-device.js';
import type {Whole} from './arbitraries.js';
import {spoiltAtEveryPlace, spoiltDevice, WHOLE} from './arbitraries.js';
import {FOUND} from './found.js';
import {expectHarmless, watchErrors} from './invariants.js';
import {draw, goodLooks} from './situations.js';

const RUNS = 400;

const place = document.createElement('div');
let allowed: ReadonlySet<string>;

before(() => {
  allowed = goodLooks();
});

/** As it comes over the wire, read and drawn; whether there was a device in it. */
function isDrawn({kind, json}: Pick<Whole, 'kind' | 'json'>): boolean {
  const device = parseDevice(kind, JSON.parse(JSON.stringify(json)));
  if (!device) return false;
  draw(device, place);
  expectHarmless(place, allowed);
  expect(place.querySelector('[part="title"]')!.textContent!.trim(), 'has a name').to.not.equal('');
  expect(JSON.stringify(device), 'no number is none').to.not.match(/:(NaN|Infinity|1e308|-1e308)/);
  return true;
}

describe('a device of which anything is wrong', () => {
  it('is a card all the same, and nothing else, in at least 70 of 100 cases', () => {
    const {errors, stop} = watchErrors();
    let [cases, cards] = [0, 0];
    fc.assert(fc.property(spoiltDevice, whole => {
      cases += 1;
      cards += Number(isDrawn(whole));
    }), {numRuns: RUNS});
    stop();
    expect(errors).to.deep.equal([]);
    expect(cards / cases, `${cards} cards of ${cases} cases`).to.be.at.least(0.7);
  });

  // A test for each payload, since all of them together take a slow machine longer than a test may.
  WHOLE.forEach((whole, index) => {
    it(`is a card whatever is wrong at any one of its places, save where its id is: ${whole.kind}, ${whole.generation}, ${index % 2 ? 'with all' : 'as usual'}`, () => {
      let cases = 0;
      for (const spoilt of spoiltAtEveryPlace(whole)) {
        cases += 1;
        expect(isDrawn(spoilt) || typeof (spoilt.json as {id?: unknown}).id !== 'string', JSON.stringify(spoilt)).to.equal(true);
      }
      expect(cases).to.be.greaterThan(200);
    });
  });

  it('is a card of its own where nothing is wrong', () => {
    expect(WHOLE.map(isDrawn)).to.not.include(false);
  });
});

describe('what was once found', () => {
  for (const {name, kind, json, isShown} of FOUND) {
    it(`stays mended: ${name}`, () => expect(isDrawn({kind, json})).to.equal(isShown));
  }
});
