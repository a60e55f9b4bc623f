/** The tables of Storybook's pages, which are made when a page is shown. */
import {expect} from '@open-wc/testing';
import {documented, words} from '../../stories/pages/tables.js';
import {en} from '../../src/text/messages.js';

const rowsOf = (table: string): string[][] => table.split('\n').slice(2).map(line => line.slice(2, -2).split(/ (?<!\\)\| /).map(cell => cell.trim()));

describe('the pages of the Storybook', () => {
  for (const [member, known] of Object.entries({
    attributes: '`proxy-url`', cssProperties: '`--podero-color-accent`', cssParts: '`title`', events: '`podero-ready`',
  } as const)) {
    it(`tell of all ${member}, each once, and what each is`, () => {
      const rows = rowsOf(documented(member as 'events'));
      const names = rows.map(([name]) => name);
      expect(names).to.include(known);
      expect(new Set(names).size).to.equal(names.length);
      expect(rows.filter(cells => !cells.at(-1) || cells.some(cell => cell === 'undefined')).map(([name]) => name)).to.deep.equal([]);
    });
  }

  it('say which values a token may have', () => {
    const rows = rowsOf(documented('cssProperties'));
    expect(rows.filter(([name, , value]) => !value && !/-(family|shadow)`$/.test(name!))).to.deep.equal([]);
  });

  it('have each of a customer’s words in both languages', () => {
    const rows = rowsOf(words());
    expect(rows.map(([key]) => key)).to.deep.equal(Object.keys(en).map(key => `\`${key}\``));
    expect(rows.filter(([, english, german]) => !english || !german)).to.deep.equal([]);
  });
});
