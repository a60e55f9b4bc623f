import type {Speech} from '../text/speech.js';
import type {Unit} from './chart-content.js';
import {KWH} from './chart-content.js';
import type {Kit} from './kit.js';

/** How a language writes amounts of a unit. */
export interface Amounts {
  /** "41.2 kWh", "€0.42" */
  readonly say: (amount: number) => string;
  /** Above a bar, where the unit stands beside the axis: "41.2". */
  readonly brief: (amount: number) => string;
  /** Beside the axis: as many places as it needs. */
  readonly tick: (amount: number) => string;
}

const kept = new Map<string, Amounts>();

/** `Intl` objects are costly: made once for a language and a unit. */
export function amountsIn(unit: Unit, {locale, format}: Speech, {inSentence}: Pick<Kit, 'inSentence'>): Amounts {
  const key = `${locale} ${unit}`;
  const amounts = kept.get(key) ?? made();
  kept.set(key, amounts);
  return amounts;

  function made(): Amounts {
    const ticks = new Intl.NumberFormat(locale, {maximumFractionDigits: 3});
    const tick = (amount: number) => ticks.format(amount);
    if (unit !== KWH) {
      const money = new Intl.NumberFormat(locale, {style: 'currency', currency: unit});
      return {say: amount => money.format(amount), brief: amount => money.format(amount), tick};
    }
    return {
      say: amount => inSentence(format.energy(amount)),
      brief: amount => {
        const quantity = format.energy(amount);
        return quantity.unit === KWH ? quantity.value : inSentence(quantity);
      },
      tick,
    };
  }
}
