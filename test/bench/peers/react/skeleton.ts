/** What stands in the place of a card while it is loaded. */
import type {ReactNode} from 'react';
import {createElement as h} from 'react';

const blank = (figures: number): ReactNode => h('span', {className: 'blank'}, '\u2007'.repeat(figures));

const pair = (label: number, value: number): ReactNode =>
  h('div', null, h('dt', {className: 'label'}, blank(label)), h('dd', {className: 'value'}, blank(value)));

export const Skeleton = (): ReactNode => h('article', {'className': 'card skeleton', 'part': 'card card-skeleton', 'aria-hidden': true},
  h('header', {className: 'head'}, h('span', {className: 'kind'}),
    h('div', null, h('div', {className: 'title'}, blank(12)), h('p', {className: 'subtitle'}, blank(9)))),
  h('ul', {className: 'status'}, h('li', null, blank(12)), h('li', null, blank(17))),
  h('div', {className: 'now'}, h('p', {className: 'doing'}, blank(8)), h('p', {className: 'reason'}, blank(22))),
  h('div', {className: 'readings'},
    h('div', {className: 'lead'},
      h('dl', {className: 'hero'}, h('div', null, h('dt', {className: 'label'}, blank(6)), h('dd', {className: 'value big'}, blank(4)))),
      h('dl', {className: 'rows'}, pair(8, 6), pair(7, 6))),
    h('dl', {className: 'three'}, pair(6, 5), pair(5, 6), pair(6, 6))),
  h('section', {className: 'totals'},
    h('p', {className: 'totals-head'}, blank(11)), h('dl', {className: 'three'}, pair(7, 7), pair(6, 7), pair(7, 8))),
  h('footer', {className: 'foot'}, h('p', {className: 'say'}, blank(18))));
