import {expect} from '@open-wc/testing';
import {browserSurroundings} from '../../src/polling/surroundings.js';

const CHANGES: readonly (readonly [name: string, target: () => EventTarget, event: Event, told: string | undefined])[] = [
  ['the tab is switched', () => document, new Event('visibilitychange'), 'shown'],
  ['a page is frozen', () => document, new Event('freeze'), 'shown'],
  ['L15 a frozen page goes on', () => document, new Event('resume'), 'shown'],
  ['L14 a page comes back by the back button', () => window, new PageTransitionEvent('pageshow', {persisted: true}), 'shown'],
  ['a page has loaded', () => window, new PageTransitionEvent('pageshow', {persisted: false}), undefined],
  ['the network is back', () => window, new Event('online'), 'online'],
  ['the network is gone', () => window, new Event('offline'), 'offline'],
];

describe('what a browser tells a poller', () => {
  for (const [name, target, event, wanted] of CHANGES) {
    it(`${name}: ${wanted ?? 'nothing'}`, () => {
      const told: string[] = [];
      const stop = browserSurroundings.listen(change => told.push(change));
      target().dispatchEvent(event);
      document.dispatchEvent(new Event('resume'));
      stop();
      target().dispatchEvent(event);
      expect(told).to.deep.equal([...wanted ? [wanted] : [], 'shown']);
    });
  }
});

describe('a page that is frozen', () => {
  for (const [name, target, event] of CHANGES) {
    if (event.type === 'freeze') continue;
    it(`L15 counts as hidden until ${name}`, () => {
      const stop = browserSurroundings.listen(() => {});
      document.dispatchEvent(new Event('freeze'));
      const frozen = browserSurroundings.isHidden();
      target().dispatchEvent(event);
      stop();
      expect([frozen, browserSurroundings.isHidden()]).to.deep.equal([true, false]);
    });
  }
});
