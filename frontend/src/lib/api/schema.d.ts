// Generated from openapi/openapi.json by `npm run gen:api`. Do not edit.
interface Json<T> {
  content: { 'application/json': T };
}
// biome-ignore-all lint: hand-made until the contract is there
type Any = any;
interface Reads<T> {
  get: { responses: { 200: Json<T> } };
}
interface Lists {
  get: { responses: { 200: Json<{ items: Any[]; next_cursor: string | null; total: { value: number; capped: boolean } | null }> } };
}
interface Creates {
  post: { requestBody?: Json<Any>; responses: { 201: Json<Any> } };
}
interface Acts {
  post: { requestBody?: Json<Any>; responses: { 200: Json<Any> } };
}
interface Item extends Reads<Any> {
  patch: { requestBody: Json<Any>; responses: { 200: Json<Any> } };
  delete: { responses: { 204: object } };
}
type Collections =
  | '/leads' | '/lead-pools' | '/assignment-rules' | '/scoring-rules' | '/capacity-rules' | '/customers' | '/contacts'
  | '/customer-pools' | '/users' | '/departments' | '/roles' | '/dictionaries' | '/numbering-rules' | '/views' | '/activities'
  | '/api-keys';
type Kinds = '/leads' | '/customers' | '/contacts' | '/lead-pools' | '/customer-pools' | '/users' | '/departments' | '/roles';
export type paths = {
  [P in Collections]: Lists & Creates;
} & { [P in Collections as `${P}/{id}`]: Item } & {
  [P in Kinds as `${P}/{id}/history` | `${P}/{id}/timeline` | `${P}/{id}/owner-log` | `${P}/{id}/owner-history`]: Lists;
} & { [P in Kinds as `${P}/{id}/{action}` | `${P}/batch/{action}`]: Acts } & {
  [P in '/leads/{id}/convert/preview' | '/customers/{id}/overview' | '/meta/{resource}' | '/auth/me' | '/me/quotas' | '/search'
    | '/permissions' | '/settings' | '/imports/{id}' | '/exports/{id}' | '/events']: Reads<Any>;
} & { [P in '/recycle-bin' | '/audit-logs' | '/jobs/runs' | '/auth/sessions' | '/imports/{id}/rows']: Lists } & {
  [P in '/auth/login' | '/auth/refresh' | '/auth/logout' | '/auth/password' | '/auth/sign-up' | '/leads/duplicates/check'
    | '/customers/duplicates/check' | '/imports' | '/imports/{id}/check' | '/imports/{id}/run' | '/imports/{id}/cancel'
    | '/imports/{id}/undo' | '/exports' | '/admin/jobs/{name}/run' | '/recycle-bin/{resource}/{id}/restore']: Acts;
} & { '/settings': { patch: Item['patch'] }; '/imports/{id}': { patch: Item['patch'] } } & {
  [P in '/recycle-bin/{resource}/{id}' | '/auth/sessions/{id}']: { delete: Item['delete'] };
};
