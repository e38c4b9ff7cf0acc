import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { type Candidate, Candidates } from './candidates';

const TYPING_PAUSE = 400;
const SHORTEST = 2;

interface PossibleTwinsProps {
  /** What is typed so far. */
  of: Record<string, unknown>;
  /** Where it is compared, `/…/duplicates/check`. */
  path: string;
  /** The fields that are compared. */
  by: string[];
}

/** Who may be the same as what is being typed, with the owner and a way to open it. */
export function PossibleTwins({ of: typed, path, by }: PossibleTwinsProps) {
  const { t } = useTranslation();
  const said = Object.fromEntries(
    by.flatMap((key) => {
      const value = typed[key];
      return typeof value === 'string' && value.trim().length >= SHORTEST ? [[key, value.trim()]] : [];
    }),
  );
  const question = useSettled(JSON.stringify(said));
  const found = useQuery({
    queryKey: [path, question],
    queryFn: ({ signal }) => callPath<{ items: Candidate[] }>('post', path, { body: JSON.parse(question), signal }),
    enabled: question !== '{}',
    placeholderData: (old) => (question === '{}' ? undefined : old),
    retry: false,
  });
  const items = found.data?.items ?? [];
  if (question === '{}' || items.length === 0) return null;
  return (
    <section className="gx-twins" aria-live="polite" aria-label={t('twins.title')}>
      <h3>{t('twins.title')}</h3>
      <Candidates items={items} />
    </section>
  );
}

/** The value once typing has paused. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), TYPING_PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
