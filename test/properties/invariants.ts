/** What must hold of a picture, whatever was sent (faults, invariants of every row). */
import {expect} from '@open-wc/testing';
import type {EnergyBucket} from '../../src/domain/energy-series.js';

/** Everything of a picture that is not text. */
export type Looks = ReadonlySet<string>;

const rootsOf = (root: ParentNode): ParentNode[] => [root, ...[...root.querySelectorAll('*')].flatMap(({shadowRoot}) => shadowRoot ? rootsOf(shadowRoot) : [])];
const elementsOf = (root: ParentNode): Element[] => rootsOf(root).flatMap(one => [...one.querySelectorAll('*')]);

/** The names of its elements, of their attributes, of their parts and classes. */
export const looksOf = (root: ParentNode): Looks => new Set(elementsOf(root).flatMap(element => [
  `<${element.localName}>`, ...element.getAttributeNames().map(name => `${element.localName} ${name}`),
  ...[...element.classList].map(name => `.${name}`), ...[...element.part].map(name => `::${name}`),
]));

/** Where a link may lead, told in another way than the code does that decides it. */
const isAllowed = (href: string): boolean => {
  const [, origin = '', host = ''] = /^(https?:\/\/([^/?#]*))/.exec(href) ?? [];
  return !host.includes('@') && (origin.startsWith('https://') || origin === location.origin);
};

const NO_NUMBERS = /NaN|undefined|Infinity|∞|\[object/;

/** Nothing of the data is an element, an attribute's name, a style or a link that is not allowed; something is there, and no figure is none. */
export function expectHarmless(root: ParentNode, allowed: Looks): void {
  const elements = elementsOf(root);
  expect([...looksOf(root)].filter(look => !allowed.has(look)), 'nothing comes from data').to.deep.equal([]);
  expect(elements.filter(element => element.hasAttribute('style')).length, 'style attributes').to.equal(0);
  expect(elements.map(element => element.getAttribute('href')).filter(href => href !== null && !isAllowed(href)), 'links').to.deep.equal([]);
  expect(rootsOf(root).some(one => one.textContent?.trim()), 'is not blank').to.equal(true);
  const values = elements.filter(element => element.part.contains('value')).map(({textContent}) => textContent ?? '');
  expect(values.filter(value => NO_NUMBERS.test(value) || value.length > 40), 'figures').to.deep.equal([]);
}

const isSum = (value: number | undefined) => value === undefined || (Number.isFinite(value) && value >= 0);

/** Spans in their order, each start once, and every figure is one. */
export function expectSoundBuckets(buckets: readonly EnergyBucket[]): void {
  for (const [index, bucket] of buckets.entries()) {
    expect(bucket.from < bucket.to && (buckets[index + 1]?.from ?? bucket.to) > bucket.from, 'spans in their order').to.equal(true);
    expect('gap' in bucket || (isSum(bucket.kWh) && isSum(bucket.exportKwh)), JSON.stringify(bucket)).to.equal(true);
  }
}

/** Uncaught errors and rejections of a page from now on. */
export function watchErrors(): {readonly errors: readonly string[]; stop: () => void} {
  const errors: string[] = [];
  const watching = new AbortController();
  window.addEventListener('error', ({message}) => errors.push(message), {signal: watching.signal});
  window.addEventListener('unhandledrejection', ({reason}) => errors.push(String(reason)), {signal: watching.signal});
  return {errors, stop: () => watching.abort()};
}
