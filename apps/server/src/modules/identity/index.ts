import type { Module } from '#platform/module';
import { routes } from './routes.ts';
import { seed } from './seed.ts';
import { tasks } from './jobs.ts';

export { addMember } from './add-member.ts';
export { authenticate } from './authenticate.ts';
export {
  peopleOfMerchant,
  personById,
  personByLogin,
  personByPhone,
  type Person,
} from './store.ts';
export { sampleStaff } from './staff.data.ts';
export { registerOwner } from './sign-in.ts';
export { sendCode } from './send-code.ts';
export { verifyCode } from './verify-code.ts';

export const identityModule: Module = { name: 'identity', routes, seed, tasks };
