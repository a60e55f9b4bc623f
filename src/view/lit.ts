import type {Task as LitTask} from '@lit/task';
import type {html as litHtml, noChange as litNoChange, nothing as litNothing, svg as litSvg} from 'lit';
import type {setChildPartValue as litSetChildPartValue} from 'lit/directive-helpers.js';
import type {directive as litDirective, Directive as LitDirective} from 'lit/directive.js';
import type {repeat as litRepeat} from 'lit/directives/repeat.js';

/** What the view needs of lit. */
export interface Lit {
  readonly html: typeof litHtml;
  readonly svg: typeof litSvg;
  readonly repeat: typeof litRepeat;
  readonly directive: typeof litDirective;
  readonly Directive: typeof LitDirective;
  readonly setChildPartValue: typeof litSetChildPartValue;
  readonly Task: typeof LitTask;
}

let lit: Lit;

/** For what is more than a template. */
export const theLit = (): Lit => lit;

/**
 * Takes over the page's lit. The templates are a chunk of their own: if it imported lit, the bundler would move that out of
 * the entry into a third file that both wait for (contract 2).
 */
export const hand = (given: Lit): void => {
  lit = given;
};

export const html: Lit['html'] = (strings, ...values) => lit.html(strings, ...values);
export const svg: Lit['svg'] = (strings, ...values) => lit.svg(strings, ...values);
export const repeat = ((...given: Parameters<Lit['repeat']>) => lit.repeat(...given)) as Lit['repeat'];

/** lit's own sentinels: registered symbols, the same in every copy. */
export const noChange = Symbol.for('lit-noChange') as typeof litNoChange;
export const nothing = Symbol.for('lit-nothing') as typeof litNothing;
