import type {Device} from '../domain/device.js';
import {cleanText} from '../text/clean.js';
import type {Say} from '../text/say.js';

/** Manufacturer and model (which often repeats the manufacturer); the kind where neither is known. */
export function nameOf({manufacturer = '', model = '', kind}: Device, say: Say): string {
  const isRepeated = model.toLowerCase().startsWith(manufacturer.toLowerCase());
  return cleanText(isRepeated ? model : `${manufacturer} ${model}`) || say(kind);
}
