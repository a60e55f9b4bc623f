import {expect} from '@open-wc/testing';
import {isTimeZone} from '../../src/internal/time-zone.js';

describe('isTimeZone', () => {
  it('T14 knows the names of the IANA, and no others', () => {
    expect(['Europe/Vienna', 'UTC', 'Mars/Base', ''].map(isTimeZone)).to.deep.equal([true, true, false, false]);
  });
});
