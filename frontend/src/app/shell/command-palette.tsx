import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { Command } from 'cmdk';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { isComposing } from '@/lib/fields/text';
import { useCurrentRecord } from '@/lib/resource/current-record';
import { actionsFor, startAction } from '@/lib/resource/start-action';
import { THEME_CLASS } from '../theme';
import { useNav } from './nav';
import './command-palette.css';

interface Hit {
  resource: string;
  id: string;
  title: string;
  subtitle?: string | null;
}

interface CommandPaletteProps {
  onClose: () => void;
  onHelp: () => void;
}

/** Pages, records, and what can be done with the record in sight: all by typing. */
export function CommandPalette({ onClose, onHelp }: CommandPaletteProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const opener = useRef(document.activeElement);
  useEffect(() => {
    const from = opener.current;
    return () => {
      if (from instanceof HTMLElement) from.focus();
    };
  }, []);
  const run = (command: () => void) => {
    onClose();
    command();
  };
  return (
    <Command.Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      label={t('palette.title')}
      overlayClassName="gx-palette-mask"
      contentClassName={`${THEME_CLASS} gx-palette`}
      // The server has already searched the records, by pinyin too.
      filter={(value, search) =>
        value.startsWith('record ') || value.toLowerCase().includes(search.toLowerCase()) ? 1 : 0
      }
      onKeyDown={(event) => {
        if (isComposing(event)) event.stopPropagation();
      }}
    >
      <Command.Input autoFocus value={typed} onValueChange={setTyped} placeholder={t('palette.placeholder')} />
      <Command.List>
        <Command.Empty>{t('nothing_found')}</Command.Empty>
        <CurrentActions run={run} />
        <Records typed={typed} run={run} />
        <Pages run={run} />
        <Command.Group heading={t('palette.commands')}>
          <Command.Item onSelect={onHelp}>{t('shortcut.title')}</Command.Item>
        </Command.Group>
      </Command.List>
    </Command.Dialog>
  );
}

type Run = (command: () => void) => void;

function CurrentActions({ run }: { run: Run }) {
  const { t } = useTranslation();
  const current = useCurrentRecord((state) => state.current);
  if (!current) return null;
  const actions = actionsFor(current.resource, current.row);
  if (actions.length === 0) return null;
  return (
    <Command.Group heading={current.resource.titleOf(current.row)}>
      {actions.map((action) => (
        <Command.Item
          key={action.name}
          value={`${t(action.label)} ${action.name}`}
          onSelect={() => run(() => startAction(current.resource, action, { record: current.row, count: 1 }))}
        >
          {action.icon} {t(action.label)}
        </Command.Item>
      ))}
    </Command.Group>
  );
}

function Records({ typed, run }: { typed: string; run: Run }) {
  const { t } = useTranslation();
  const router = useRouter();
  const navigate = useNavigate();
  const q = useDeferredValue(typed.trim());
  const { data } = useQuery({
    queryKey: ['/search', q],
    queryFn: ({ signal }) => callPath<{ items: Hit[] }>('get', '/search', { query: { q, limit: 12 }, signal }),
    enabled: q.length > 0,
    placeholderData: (old) => old,
    retry: false,
  });
  if (q.length === 0 || !data) return null;
  const hits = data.items.filter((hit) => `/${hit.resource}/$id` in router.routesByPath);
  if (hits.length === 0) return null;
  return (
    <Command.Group heading={t('palette.records')}>
      {hits.map((hit) => (
        <Command.Item
          key={hit.id}
          value={`record ${hit.id}`}
          onSelect={() => run(() => void navigate({ to: `/${hit.resource}/$id`, params: { id: hit.id } } as never))}
        >
          <span className="gx-ellipsis">{hit.title}</span>
          <small>
            {[t(`resource.${hit.resource}`, { defaultValue: '' }), hit.subtitle].filter(Boolean).join(' · ')}
          </small>
        </Command.Item>
      ))}
    </Command.Group>
  );
}

function Pages({ run }: { run: Run }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const groups = useNav();
  return (
    <Command.Group heading={t('palette.pages')}>
      {groups.flatMap((group) =>
        group.entries.map((entry) => (
          <Command.Item
            key={entry.to}
            value={`${t(entry.label)} ${entry.to} ${entry.pinyin ?? ''}`}
            onSelect={() => run(() => void navigate({ to: entry.to }))}
          >
            {entry.icon} {t(entry.label)}
          </Command.Item>
        )),
      )}
    </Command.Group>
  );
}
