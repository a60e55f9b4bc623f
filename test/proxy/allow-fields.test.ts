import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import * as z from 'zod/mini';
import {allowFields} from '../../src/proxy/allow-fields.js';

/** As a browser would get it. */
const sent = (schema: z.core.$ZodType, value: unknown) => JSON.parse(JSON.stringify(allowFields(schema)(value)) ?? 'null');

describe('allowFields', () => {
  const schema = z.object({
    name: z.optional(z.nullable(z.string())),
    level: z.union([z.number(), z.pipe(z.string(), z.transform(Number))]),
    model: z.optional(z.object({maker: z.string()})),
    actions: z.optional(z.nullable(z.array(z.object({code: z.string()})))),
  });

  it('copies the fields a schema names, at every depth, and no other', () => {
    const device = {name: 'a', level: 1, model: {maker: 'b', price: 2}, actions: [{code: 'c', url: 'secret'}], owner: {email: 'd'}};
    assert.deepEqual(sent(schema, device), {name: 'a', level: 1, model: {maker: 'b'}, actions: [{code: 'c'}]});
  });

  it('hands values on as sent, however wrong', () => {
    assert.deepEqual(sent(schema, {name: 7, level: '21.50', model: null, actions: null}),
      {name: 7, level: '21.50', model: null, actions: null});
  });

  it('lets no structure through where another was expected', () => {
    assert.deepEqual(sent(schema, {name: {secret: 1}, level: ['secret'], model: 'secret', actions: {url: 'secret'}}), {});
  });

  it('keeps the place of an element that may not pass', () => {
    assert.deepEqual(sent(z.array(schema), [{level: 1}, 'secret', [{level: 2}], {level: 3}]), [{level: 1}, null, null, {level: 3}]);
  });

  it('leaves nothing of an answer of another shape', () => {
    assert.equal(allowFields(z.array(schema))({detail: 'secret'}), undefined);
    assert.equal(allowFields(schema)([{name: 'a'}]), undefined);
  });

  it('takes no field from a prototype', () => {
    assert.deepEqual(sent(z.object({toString: z.unknown(), name: z.string()}), JSON.parse('{"__proto__": {"name": "a"}}')), {});
  });
});
