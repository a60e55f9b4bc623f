import {expect} from '@open-wc/testing';
import {LitElement} from 'lit';
import {flag, property} from '../../src/internal/property.js';

class Switch extends LitElement {
  @property({converter: flag}) isOn = false;
}
customElements.define('test-switch', Switch);

describe('a flag', () => {
  for (const [written, isOn] of [['', true], ['true', true], ['is-on', true], ['false', false], [null, false]] as const) {
    it(`is ${isOn ? 'on' : 'off'} where the attribute is ${JSON.stringify(written)}`, () => {
      const element = new Switch();
      element.setAttribute('ison', 'true');
      if (written === null) element.removeAttribute('ison');
      else element.setAttribute('ison', written);
      expect(element.isOn).to.equal(isOn);
    });
  }
});
