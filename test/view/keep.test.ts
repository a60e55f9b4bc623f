import {expect} from '@open-wc/testing';
import {html, render} from 'lit';
import {keep} from '../../src/view/keep.js';
import './devices.js';

let drawings: number;
let place: HTMLElement;

const show = (...inputs: readonly unknown[]) => render(html`<div>${keep(inputs, () => {
  drawings += 1;
  return html`<p>${inputs.join()}</p>`;
})}</div>`, place);

describe('what is kept', () => {
  beforeEach(() => {
    drawings = 0;
    place = document.createElement('div');
  });

  it('is drawn again only from something else', () => {
    show(1, 'a');
    show(1, 'a');
    expect([drawings, place.textContent]).to.deep.equal([1, '1,a']);
    show(1, 'b');
    show(1, 'b', undefined);
    expect([drawings, place.textContent]).to.deep.equal([3, '1,b,']);
  });

  it('is drawn again where something else has stood meanwhile', () => {
    const either = (content: unknown) => render(html`<div>${content}</div>`, place);
    const kept = () => keep([1], () => html`<p>kept</p>`);
    either(kept());
    either(html`<b>other</b>`);
    either(kept());
    expect(place.textContent).to.equal('kept');
  });
});
