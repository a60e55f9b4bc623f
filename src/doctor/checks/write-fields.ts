import type {Check} from '../check.js';
import type {Exam} from '../exam.js';
import {note, problem} from '../finding.js';
import {harmlessWrite, isTaken, put, type HarmlessWrite} from '../writing.js';

/** What the API takes from an organisation, each with a value that would change little on most devices. */
const FORBIDDEN: Readonly<Record<string, unknown>> = {
  deleted_at: null,
  lifecycle_state: 'active',
  is_trading_enabled: false,
  actual_steering_state: null,
  comment: 'Written by podero-widgets doctor',
  price_zone: 'AT',
  is_authenticated: true,
  optimization_level: 'Mid',
  optimization_score: 0,
  pause_power_until: null,
  indoor_target_temperature_offset: 0,
  minimum_charge_limit: 80,
  is_charge_policy_enabled: true,
  max_battery_charge: 90,
};

export const writeFields: Check = {
  id: 'write-fields',
  holds: 'only is_smart_optimization_active can be written',
  needs: ['device', 'consent'],
  async *run(exam) {
    const write = harmlessWrite(exam);
    const taken: string[] = [];
    for (const [field, usual] of Object.entries(FORBIDDEN)) {
      const value = write.device[field] ?? usual;
      const answers = [await put(exam, write, {[field]: value}), await put(exam, write, {...write.body, [field]: value})];
      if (answers.some(isTaken)) taken.push(field);
    }
    if (!taken.length) return;
    yield problem(`${write.name} takes ${taken.join(', ')}.`,
      'Answer 400 to a body with any field but is_smart_optimization_active, also where that stands beside it; to drop the others silently hides mistakes.');
    yield note(await restored(exam, write, taken));
  },
};

/** Only what could be read before can be put back; that was also what was written. */
async function restored(exam: Exam, write: HarmlessWrite, taken: readonly string[]): Promise<string> {
  const known = taken.filter(field => field in write.device);
  for (const field of known) await put(exam, write, {[field]: write.device[field]});
  const lost = taken.filter(field => !known.includes(field));
  return lost.length ? `Look at this device in the API: ${lost.join(', ')} could not be put back, as the proxy does not show them.` : 'All is as it was before.';
}
