import { LockOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusTag } from '@/lib/fields/status-tag';
import './twins.css';

/** A record that may be the same; of one outside my reach only its name and whom to ask. */
export interface Candidate {
  id: string | null;
  /** What it is, as its permissions call it. */
  object: string;
  level: 'exact' | 'strong' | 'possible';
  matched_on: string;
  name: string;
  owner_name?: string | null;
  owner_department_name?: string | null;
  pool_id?: string | null;
  masked: boolean;
  blocking: boolean;
}

const LEVEL_COLORS = { exact: 'red', strong: 'orange', possible: 'gold' };

interface CandidatesProps {
  items: Candidate[];
  /** What can be done with one of them. */
  action?: (candidate: Candidate) => ReactNode;
}

export function Candidates({ items, action }: CandidatesProps) {
  const { t } = useTranslation();
  return (
    <ul>
      {items.map((it) => (
        <li key={it.id ?? `${it.object} ${it.name} ${it.owner_department_name}`}>
          <span>
            <StatusTag color={LEVEL_COLORS[it.level]}>{t(`twins.level.${it.level}`)}</StatusTag> <b>{it.name}</b>{' '}
            <span className="gx-faint">
              {[
                t(`twins.object.${it.object}`),
                t(`twins.on.${it.matched_on}`, { defaultValue: it.matched_on }),
                it.owner_name ?? it.owner_department_name ?? (it.pool_id ? t('twins.in_pool') : undefined),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
          {it.masked || !it.id ? (
            <span className="gx-faint">
              <LockOutlined /> {t('twins.masked')}
            </span>
          ) : (
            <span className="gx-twin-actions">
              {action?.(it)}
              <Link to={`/${it.object}s/$id` as string} params={{ id: it.id } as never} target="_blank">
                {t('twins.open')}
              </Link>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
