/** Half-typed forms, kept in this tab until they are sent or thrown away. */
const PREFIX = 'guanxi.draft.';

export function readDraft(key: string): Record<string, unknown> {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + key) ?? '{}') as Record<string, unknown>;
  } catch {
    return {};
  }
}

export function keepDraft(key: string, typed: Record<string, unknown>, initial: Record<string, unknown> = {}) {
  const said = Object.entries(typed).filter(
    ([name, value]) => value !== undefined && value !== '' && value !== initial[name],
  );
  if (said.length === 0) return dropDraft(key);
  try {
    sessionStorage.setItem(PREFIX + key, JSON.stringify(Object.fromEntries(said)));
  } catch {
    // A full or forbidden storage costs the draft, not the form.
  }
}

export function dropDraft(key: string) {
  sessionStorage.removeItem(PREFIX + key);
}
