import type {DeviceKind} from '../../src/domain/device.js';
import {CREATED_AT} from './models.js';
import {ORG_ID, type SandboxUser} from './users.js';

/** The API's record of a customer (section 2.4 of its facts): far more than a widget may know. */
export function userRecord(user: SandboxUser) {
  const count = (wanted: DeviceKind) => user.fleet.filter(({kind}) => kind === wanted).length;
  return {
    id: user.id,
    organization_id: ORG_ID,
    role: 'user',
    email: user.email,
    external_user_id: user.externalId,
    first_name: user.firstName,
    last_name: user.lastName,
    is_onboarded: user.fleet.length > 0,
    ...ADDRESS,
    last_login: null,
    joined_at: CREATED_AT,
    num_inverters: count('inverter'),
    num_heat_pumps: count('heat-pump'),
    num_electric_vehicles: count('electric-vehicle'),
    num_wallboxes: 0,
  };
}

/** Nobody lives there. */
const ADDRESS = {
  street_and_number: 'Erfundene Gasse 7', street_add_info: null, zip_code: '1999', town: 'Wien', country: 'AT', latitude: 48.2, longitude: 16.4,
};
