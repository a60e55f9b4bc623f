import {expect} from '@open-wc/testing';
import {drawnIn, unreadableIn} from '../elements/readable.js';
import {Stage} from '../elements/situations.js';
import {contrast, groundOf} from './contrast-of.js';

interface Manifest {
  readonly modules: readonly {readonly declarations: readonly {readonly cssProperties?: readonly {readonly name: string}[]}[]}[];
}

describe('tokens that are no values', () => {
  let stage: Stage;
  let tokens: readonly string[];

  before(async () => {
    const {modules} = await (await fetch('/custom-elements.json')).json() as Manifest;
    tokens = [...new Set(modules.flatMap(({declarations}) => declarations.flatMap(({cssProperties = []}) => cssProperties.map(({name}) => name))))];
    stage = await new Stage().fill(['an electric-vehicle, well', 'an inverter, well', 'a heat-pump, disconnected, with a link', 'a list, well', 'a chart of sums']);
  });

  afterEach(() => stage.box.removeAttribute('style'));
  after(() => stage.clear());

  it('E09 an address is not asked for, and shows no picture', async () => {
    expect(tokens.length).to.be.greaterThan(15);
    // That one would be seen: the page itself asks for it.
    stage.box.style.backgroundImage = 'url("/token-of-the-page.png")';
    for (const name of tokens) stage.box.style.setProperty(name, `url("/token${name}.png")`);
    await stage.settle();
    const asked = () => performance.getEntriesByType('resource').map(({name}) => name).filter(name => name.includes('/token-'));
    for (let turn = 0; turn < 100 && !asked().length; turn += 1) await new Promise(done => setTimeout(done, 20));
    expect(asked().map(name => name.replace(/.*\//, ''))).to.deep.equal(['token-of-the-page.png']);
  });

  it('E09 what is no value at all is ignored, and every word can be read', async () => {
    for (const name of tokens) {
      stage.box.style.cssText = `background-color: white; color: black; ${name}: banana`;
      await stage.settle();
      const isPale = (holder: Element) => contrast(getComputedStyle(holder).color, groundOf(holder)) < 4.5;
      const pale = stage.find(element => drawnIn(element).filter(({holder}) => isPale(holder)).map(({text}) => text));
      expect([...pale, ...stage.find(unreadableIn)], name).to.deep.equal([]);
    }
  });
});
