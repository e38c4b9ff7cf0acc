import { API_BASE, request } from './client';

/** A change somewhere: a hint to look again, never the data itself. */
export interface ChangeEvent {
  resource: string;
  id: string;
  version: number;
  action?: string;
}

interface StreamEvent {
  id?: string;
  type: string;
  data: string;
}

/** Cuts a stream of Server-Sent Events into events; keeps the unfinished rest. */
export function parseEvents(text: string): { events: StreamEvent[]; rest: string } {
  const blocks = text.replaceAll('\r\n', '\n').split('\n\n');
  const rest = blocks.pop() ?? '';
  const events = blocks.flatMap((block) => {
    const event: StreamEvent = { type: 'message', data: '' };
    const data: string[] = [];
    for (const line of block.split('\n')) {
      const colon = line.indexOf(':');
      if (colon === 0) continue;
      const field = colon < 0 ? line : line.slice(0, colon);
      const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
      if (field === 'data') data.push(value);
      if (field === 'event') event.type = value;
      if (field === 'id') event.id = value;
    }
    event.data = data.join('\n');
    return data.length > 0 ? [event] : [];
  });
  return { events, rest };
}

/**
 * Listens to a stream until told to stop and comes back after every break, with the last event's id.
 * `fetch` rather than `EventSource`, which cannot send the session's token.
 */
export function listen(path: string, onEvent: (event: StreamEvent) => void): () => void {
  const abort = new AbortController();
  void (async () => {
    let lastId: string | undefined;
    let wait = 1_000;
    while (!abort.signal.aborted) {
      try {
        const response = await request(API_BASE + path, {
          headers: { Accept: 'text/event-stream', ...(lastId ? { 'Last-Event-ID': lastId } : {}) },
          signal: abort.signal,
        });
        if (response.status === 204 || response.status === 404 || response.status === 403) return;
        if (response.ok && response.body) {
          wait = 1_000;
          await read(response.body, (event) => {
            lastId = event.id ?? lastId;
            onEvent(event);
          });
        }
      } catch {
        // Broken connections are expected; the loop comes back below.
      }
      await new Promise((resume) => setTimeout(resume, wait));
      wait = Math.min(wait * 2, 30_000);
    }
  })();
  return () => abort.abort();
}

async function read(body: ReadableStream<Uint8Array>, onEvent: (event: StreamEvent) => void) {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const { events, rest } = parseEvents(text + decoder.decode(value, { stream: true }));
    text = rest;
    events.forEach(onEvent);
  }
}
