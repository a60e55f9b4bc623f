import {expect} from '@open-wc/testing';
import {parseProxyUrl} from '../../src/api/endpoint.js';
import {usableLink} from '../../src/api/links.js';

const PAGE = 'https://portal.example/customer/devices?x=1';
const parsed = (given: string | undefined, page = PAGE) => {
  try {
    return parseProxyUrl(given, page).href;
  } catch (thrown) {
    return (thrown as {code: string}).code;
  }
};

describe('a proxy-url', () => {
  for (const [given, expected] of [
    ['/podero', 'https://portal.example/podero'],
    ['/podero///', 'https://portal.example/podero'],
    [' podero#top ', 'https://portal.example/customer/podero'],
    ['https://api.portal.example/p?tenant=7', 'https://api.portal.example/p?tenant=7'],
    ['http://localhost:3000/p', 'http://localhost:3000/p'],
    ['https://user:word@portal.example/p', 'config'],
    ['javascript:alert(1)', 'config'],
    ['https://', 'config'],
    ['  ', 'config'],
    [undefined, 'config'],
  ] as const) {
    it(`${JSON.stringify(given)} is ${expected}`, () => {
      expect(parsed(given)).to.equal(expected);
    });
  }

  it('N13 is not plain http on a page of https', () => expect(parsed('http://api.portal.example/p')).to.equal('config'));

  it('N13 may be plain http where the page is', () => {
    expect(parsed('http://api.portal.example/p', 'http://portal.example/')).to.equal('http://api.portal.example/p');
  });
});

describe('a link of the API', () => {
  for (const [text, isUsable] of [
    ['https://login.example/a?b=c', true],
    ['http://portal.example/reconnect', true],
    ['http://login.example/', false],
    ['https://user@login.example/', false],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['//login.example/', false],
    ['/reconnect', false],
    ['', false],
    [null, false],
    [undefined, false],
  ] as const) {
    it(`${JSON.stringify(text)} ${isUsable ? 'may' : 'may not'} be followed`, () => {
      expect(usableLink(text, 'http://portal.example')).to.equal(isUsable ? text : undefined);
    });
  }
});
