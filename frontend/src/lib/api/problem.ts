/** What the server says when it refuses (RFC 9457), and what the network says when it is gone. */
export interface FieldProblem {
  pointer: string;
  code: string;
  message: string;
}

interface ProblemBody {
  title?: string;
  detail?: string;
  code?: string;
  errors?: FieldProblem[];
  params?: Record<string, unknown>;
  request_id?: string;
}

export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: FieldProblem[];
  readonly params: Record<string, unknown>;
  readonly requestId: string | undefined;

  constructor(status: number, body: ProblemBody) {
    super(body.detail || body.title || `HTTP ${status}`);
    this.name = 'Problem';
    this.status = status;
    this.code = body.code ?? 'UNKNOWN';
    this.errors = body.errors ?? [];
    this.params = body.params ?? {};
    this.requestId = body.request_id;
  }

  /** The message that belongs to one field, if the server blamed it. */
  on(field: string): string | undefined {
    return this.errors.find((it) => fieldOf(it.pointer) === field)?.message;
  }
}

/** `/phone` → `phone`, `/custom/size` → `custom.size`. */
export function fieldOf(pointer: string): string {
  return pointer.replace(/^\//, '').replaceAll('/', '.');
}

export function isProblem(error: unknown, ...statuses: number[]): error is Problem {
  return error instanceof Problem && (statuses.length === 0 || statuses.includes(error.status));
}

/** Neither the server's rule nor the user's fault: try again later. */
export function isOutage(error: unknown): boolean {
  return isProblem(error) && (error.status === 0 || error.status >= 500);
}

export async function problemFrom(response: Response): Promise<Problem> {
  const body = await response.json().catch(() => ({}));
  return new Problem(response.status, body as ProblemBody);
}
