import {expect} from '@open-wc/testing';
import {LitElement} from 'lit';
import {isOn, property} from '../../src/internal/property.js';

class Switch extends LitElement {
  @property({converter: isOn}) isSwitchedOn = false;
}
customElements.define('test-switch', Switch);

describe('a switch', () => {
  for (const [written, expected] of [['', true], ['true', true], ['is-on', true], ['false', false], [null, false]] as const) {
    it(`is ${expected ? 'on' : 'off'} where the attribute is ${JSON.stringify(written)}`, () => {
      const element = new Switch();
      element.setAttribute('isswitchedon', 'true');
      if (written === null) element.removeAttribute('isswitchedon');
      else element.setAttribute('isswitchedon', written);
      expect(element.isSwitchedOn).to.equal(expected);
    });
  }

  it('is off as the property of a framework that passes texts on', () => {
    expect(['false', false, null, undefined, '', 'true', true].map(isOn)).to.deep.equal([false, false, false, false, true, true, true]);
  });
});
