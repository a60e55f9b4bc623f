import {expect} from '@open-wc/testing';
import {energyOf, instantOf, isRefused, numberOf, wordOf} from '../../src/api/sent.js';

const UNREADABLE = 'figures that cannot be read count as missing.';
const TEXT = 'figures came as text instead of numbers.';

/** What was made of it, and what was said of that. */
function told<T>(read: (warn: (what: string) => void) => T): readonly [T, ...string[]] {
  const said: string[] = [];
  const value = read(what => said.push(what));
  return [value, ...said];
}

describe('a number', () => {
  for (const [sent, ...expected] of [
    [21.5, 21.5], [0, 0], [-0, 0], [-3, -3], [null, undefined], [undefined, undefined], ['21.50', 21.5, TEXT], [' -7 ', -7, TEXT], ['-0', 0, TEXT],
    ['', undefined, UNREADABLE], ['1e3', undefined, UNREADABLE], ['0x10', undefined, UNREADABLE], ['1,5', undefined, UNREADABLE], ['.5', undefined, UNREADABLE],
    ['many', undefined, UNREADABLE], [true, undefined, UNREADABLE], [[5], undefined, UNREADABLE], [{}, undefined, UNREADABLE], [NaN, undefined, UNREADABLE],
    [Infinity, undefined, UNREADABLE], [1e12, undefined, UNREADABLE], [-1e12, undefined, UNREADABLE], ['9'.repeat(400), undefined, UNREADABLE], [999_999_999_999, 999_999_999_999],
  ] as const) {
    it(`V02 is ${expected[0]} where ${JSON.stringify(sent)?.slice(0, 20)} was sent`, () => {
      const [value, ...said] = told(warn => numberOf(sent, warn));
      expect([value, ...said]).to.deep.equal(expected);
      expect(Object.is(value, -0)).to.equal(false);
    });
  }
});

describe('energy', () => {
  for (const [sent, perKwh, ...expected] of [
    [1500, 1000, 1.5], [2, 1, 2], ['250', 1000, 0.25, TEXT], [0, 1000, 0], [null, 1000, undefined], [5, undefined, undefined], ['many', undefined, undefined],
    [-1, 1000, undefined, UNREADABLE], ['-1', 1000, undefined, TEXT, UNREADABLE], ['many', 1000, undefined, UNREADABLE],
  ] as const) {
    it(`is ${expected[0]} kWh where ${JSON.stringify(sent)} was sent, ${perKwh} of which are one`, () => {
      expect(told(warn => energyOf(sent, perKwh, warn))).to.deep.equal(expected);
    });
  }
});

describe('a word', () => {
  it('is a text, without what is around it; nothing else is one', () => {
    const odd = {toString: () => 'EUR'};
    expect(['EUR', ' Wh\n', '', null, undefined, 5, ['EUR'], odd].map(wordOf)).to.deep.equal(['EUR', 'Wh', '', '', '', '', '', '']);
  });
});

describe('an instant', () => {
  for (const [sent, expected] of [
    ['2026-03-24T10:30:00Z', '10:30:00.000'], ['2026-03-24T10:30:00.25Z', '10:30:00.250'], ['2026-03-24 10:30', '10:30:00.000'], ['2026-03-24', '00:00:00.000'],
    ['2026-03-24T10:30:00+05:30', '05:00:00.000'], ['2026-03-24T10:30:00-0130', '12:00:00.000'], [' 2026-03-24T10:30z ', '10:30:00.000'],
  ] as const) {
    it(`V04 without a zone is in UTC: "${sent}"`, () => expect(instantOf(sent)?.toISOString()).to.equal(`2026-03-24T${expected}Z`));
  }

  for (const sent of [null, undefined, '', 'soon', '10:30', '2026-03', '2026-13-45', '2026-03-24T25:00Z', '2026-03-24T10:30:00 Z', '+275760-09-13', 1774348200, {}, ['2026-03-24']]) {
    it(`is none where ${JSON.stringify(sent)} was sent`, () => expect(instantOf(sent)).to.equal(undefined));
  }
});

describe('an answer', () => {
  it('H15 is refused where there is any error in its metadata', () => {
    const answers = [{metadata: {error: 'No meter.'}}, {metadata: {error: {}}}, {metadata: {error: ''}}, {metadata: {error: null}}, {metadata: {}}, {metadata: null}, {}, null];
    expect(answers.map(isRefused)).to.deep.equal([true, true, false, false, false, false, false, false]);
  });
});
