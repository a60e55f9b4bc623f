import type {TemplateResult} from 'lit';
import type {ChildPart} from 'lit/directive.js';
import {isSame} from './is-same.js';
import {noChange, theLit} from './lit.js';

type Keep = (inputs: readonly unknown[], draw: () => TemplateResult) => unknown;

let made: Keep | undefined;

/** What is drawn again only when it is drawn from something else, as lit's `guard`, which the entry would have to carry. */
export const keep: Keep = (...given) => (made ??= createKeep())(...given);

function createKeep(): Keep {
  const {directive, Directive} = theLit();
  return directive(class extends Directive {
    #before: readonly unknown[] = [];

    render(...[, draw]: Parameters<Keep>): unknown {
      return draw();
    }

    override update(_: ChildPart, [inputs, draw]: Parameters<Keep>): unknown {
      const before = this.#before;
      this.#before = inputs;
      return isSame(before, inputs) ? noChange : draw();
    }
  });
}
