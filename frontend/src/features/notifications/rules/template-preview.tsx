import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { isProblem } from '@/lib/api/problem';
import { RemoteSelectInput } from '@/lib/fields/remote-select';
import type { EventInfo } from '../events';

const PATH = '/notification-templates/preview';
const TYPING_PAUSE = 300;

interface TemplatePreviewProps {
  it: EventInfo;
  channel: string;
  subject: string;
  body: string;
}

/** What will be read, while one types: with a record of one's own choice, or with names in the places of values. */
export function TemplatePreview({ it, channel, subject, body }: TemplatePreviewProps) {
  const { t } = useTranslation('notification_rule');
  const [record, setRecord] = useState<string | null>(null);
  const [words, setWords] = useState({ subject, body });
  useEffect(() => {
    const timer = setTimeout(() => setWords({ subject, body }), TYPING_PAUSE);
    return () => clearTimeout(timer);
  }, [subject, body]);
  const draft = { event: it.event, channel, ...words, record_id: record };
  const found = useQuery({
    queryKey: [PATH, draft],
    queryFn: ({ signal }) => callPath<{ subject: string; body: string }>('post', PATH, { body: draft, signal }),
    enabled: draft.subject.trim() !== '' && draft.body.trim() !== '',
    placeholderData: keepPreviousData,
    retry: false,
  });
  const refusal = isProblem(found.error)
    ? found.error.errors.map((one) => one.message).join() || found.error.message
    : '';
  return (
    <section className="gx-notice-preview" aria-label={t('preview')} aria-live="polite" aria-busy={found.isFetching}>
      <h3>{t('preview')}</h3>
      {refusal ? (
        <p className="gx-notice-refusal">{refusal}</p>
      ) : (
        <>
          <b>{found.data?.subject}</b>
          <p>{found.data?.body}</p>
        </>
      )}
      {it.resource && (
        <RemoteSelectInput
          path={`/${it.resource}`}
          label={t('with_record')}
          placeholder={t('with_record')}
          allowClear
          value={record}
          onChange={(next) => setRecord(next as string | null)}
        />
      )}
    </section>
  );
}
