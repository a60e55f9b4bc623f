/** What stands in the place of cards while they are loaded: as many outlines as are expected. */
import {WORDS} from '../words.js';
import type {Builder} from './dom.js';
import {iconIn, once} from './dom.js';

type Build = Builder<undefined>;

const blank = ({h}: Build, figures: number): Element => h('span', {class: 'blank'}, '\u2007'.repeat(figures));

const pair = (build: Build, label: number, value: number): Element => build.h('div', {},
  build.h('dt', {class: 'label'}, blank(build, label)), build.h('dd', {class: 'value'}, blank(build, value)));

function buildSkeleton(build: Build): Element {
  const {h} = build;
  const bar = (figures: number) => blank(build, figures);
  return h('article', {'class': 'card skeleton', 'part': 'card card-skeleton', 'aria-hidden': 'true'},
    h('header', {class: 'head'}, h('span', {class: 'kind'}), h('div', {}, h('div', {class: 'title'}, bar(12)), h('p', {class: 'subtitle'}, bar(9)))),
    h('ul', {class: 'status'}, h('li', {}, bar(12)), h('li', {}, bar(17))),
    h('div', {class: 'now'}, h('p', {class: 'doing'}, bar(8)), h('p', {class: 'reason'}, bar(22))),
    h('div', {class: 'readings'},
      h('div', {class: 'lead'},
        h('dl', {class: 'hero'}, h('div', {}, h('dt', {class: 'label'}, bar(6)), h('dd', {class: 'value big'}, bar(4)))),
        h('dl', {class: 'rows'}, pair(build, 8, 6), pair(build, 7, 6))),
      h('dl', {class: 'three'}, pair(build, 6, 5), pair(build, 5, 6), pair(build, 6, 6))),
    h('section', {class: 'totals'}, h('p', {class: 'totals-head'}, bar(11)), h('dl', {class: 'three'}, pair(build, 7, 7), pair(build, 6, 7), pair(build, 7, 8))),
    h('footer', {class: 'foot'}, h('p', {class: 'say'}, bar(18))));
}

/** A list before its devices. */
export const makeLoadingList = (expected: number): HTMLElement => once(undefined, build => {
  const {h} = build;
  return h('div', {class: 'base', part: 'base', lang: 'en-GB'},
    h('div', {class: 'list-head'},
      h('div', {'class': 'heading', 'part': 'heading', 'role': 'heading', 'aria-level': '3'}, WORDS['your-devices']),
      h('div', {class: 'list-line', part: 'footer'},
        h('p', {class: 'say hidden'}, h('span', {}, h('b', {role: 'status'}, WORDS.loading), ' ')),
        h('button', {'class': 'button quiet', 'part': 'refresh', 'type': 'button', 'title': WORDS.refresh, 'aria-disabled': 'true'},
          iconIn(build, 'refresh'), h('span', {class: 'text hidden'}, WORDS.refresh)))),
    h('ul', {'class': 'cards', 'part': 'skeleton', 'role': 'list', 'aria-hidden': 'true'},
      Array.from({length: expected}, () => h('li', {}, h('div', {class: 'box'}, buildSkeleton(build))))));
}).root;
