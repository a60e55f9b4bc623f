import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {trustGateway} from '../../src/cli/trust-gateway.js';

const SECRET = '0123456789abcdef';
const find = trustGateway('x-customer', SECRET);
const ask = (headers: Record<string, string>) => find(new Request('http://portal.example/podero/inverters', {headers}));

describe('the customer whom a gateway names', () => {
  it('is believed where the gateway shows its secret', () => {
    assert.deepEqual(ask({'x-customer': 'customer-7', 'x-podero-gateway': SECRET}), {externalUserId: 'customer-7'});
  });

  for (const [what, headers] of Object.entries<Record<string, string>>({
    'without the secret': {'x-customer': 'customer-7'},
    'with another secret': {'x-customer': 'customer-7', 'x-podero-gateway': '0123456789abcdeF'},
    'with a part of it': {'x-customer': 'customer-7', 'x-podero-gateway': '0123456789abcde'},
    'twice': {'x-customer': 'customer-7, customer-8', 'x-podero-gateway': SECRET},
    'without a name': {'x-podero-gateway': SECRET},
  })) {
    it(`is nobody ${what}`, () => assert.equal(ask(headers), null));
  }
});
