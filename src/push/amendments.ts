import type {Snapshot, Understood} from '../api/client.js';

/** The next answer is read anew, whatever its text: what is shown is not what the last one said. */
const READ_ANEW = {text: ''} as const;

/** With one device as a stream has sent it, in its place or behind the others; `before` itself where it says nothing new. */
export function withDevice(before: Snapshot, {devices: [device], flagged}: Understood): Snapshot {
  if (!device) return before;
  const {id} = device;
  const place = before.devices.findIndex(known => known.id === id);
  if (before.devices[place] === device && before.flagged.get(id) === flagged.get(id)) return before;
  const devices = place < 0 ? [...before.devices, device] : before.devices.map(known => known.id === id ? device : known);
  return {...before, ...READ_ANEW, devices, flagged: new Map([...flaggedWithout(before, id), ...flagged])};
}

export function withoutDevice(before: Snapshot, id: string): Snapshot {
  const devices = before.devices.filter(device => device.id !== id);
  return devices.length === before.devices.length ? before : {...before, ...READ_ANEW, devices, flagged: new Map(flaggedWithout(before, id))};
}

const flaggedWithout = ({flagged}: Snapshot, id: string) => [...flagged].filter(([flaggedId]) => flaggedId !== id);
