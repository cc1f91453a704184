export { api } from './api.ts';
export {
  subjectTypes,
  type PriceClass,
  type SubjectType,
  type Tender,
} from './catalogue/shapes.ts';
export {
  endpoint,
  pathOf,
  roles,
  TERMINAL_HEADERS,
  type Access,
  type BodyInputOf,
  type BodyOf,
  type Endpoint,
  type ParamsOf,
  type QueryInputOf,
  type QueryOf,
  type ReplyOf,
  type Role,
} from './endpoint.ts';
export type { EventType, Events, NewsOf } from './events.ts';
export { allEndpoints, openApi } from './openapi.ts';
export { problem, type Problem } from './problem.ts';
export { refusals, type RefusalCode } from './refusals.ts';
export { fill, speak, type Facts } from './say.ts';
export { isWordKey, word, wordOr, type WordKey } from './words.ts';
export { messageKinds, messageOutcomes } from './gateway/shapes.ts';
