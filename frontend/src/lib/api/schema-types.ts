import type { paths } from './schema';

/** Types computed from the contract: which path takes which method, and what goes in and comes out. */
export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

export type PathFor<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, object> ? P : never;
}[keyof paths] &
  string;

type Operation<P extends string, M extends Method> = P extends keyof paths
  ? M extends keyof paths[P]
    ? paths[P][M]
    : never
  : never;

type JsonOf<T> = T extends { content: { 'application/json': infer J } } ? J : never;

type Answer<R> = 200 extends keyof R
  ? JsonOf<R[200]>
  : 201 extends keyof R
    ? JsonOf<R[201]>
    : 202 extends keyof R
      ? JsonOf<R[202]>
      : undefined;

export type AnswerOf<P extends string, M extends Method> =
  Operation<P, M> extends { responses: infer R extends object } ? Answer<R> : unknown;

export type BodyOf<P extends string, M extends Method> =
  Operation<P, M> extends { requestBody: { content: { 'application/json': infer B } } }
    ? B
    : Operation<P, M> extends { requestBody?: { content: { 'application/json': infer B } } }
      ? B | undefined
      : unknown;

/** What every record has, whatever else it carries. */
export interface Row {
  id: string;
  version: number;
  allowed_actions: string[];
  [field: string]: unknown;
}

/** For cells drawn outside a record, in words of a filter or a change. */
export const NO_ROW: Row = { id: '', version: 0, allowed_actions: [] };

export type RowOf<L extends string> = AnswerOf<L, 'get'> extends { items: (infer T)[] } ? T & Row : Row;
