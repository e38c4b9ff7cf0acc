import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Switch } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invalidate } from '@/lib/api/query';
import type { Row } from '@/lib/api/schema-types';
import { StatusTag } from '@/lib/fields/status-tag';
import { useCan } from '@/lib/resource/permissions';
import { useSave } from '@/lib/resource/use-save';
import { useToast } from '@/lib/resource/use-toast';
import { dictionary } from './dictionary.resource';
import { useListName } from './use-list-name';
import { below, moved, pathTo, type Word, withoutWord, withWord, wordsOf } from './word';

const WordDialog = lazy(() => import('./word-dialog').then((it) => ({ default: it.WordDialog })));

/** The words of one list, in the order in which they are offered; those below a word on a level of their own. */
export function WordList({ list }: { list: Row }) {
  const { t } = useTranslation('dictionary');
  const can = useCan();
  const toast = useToast();
  const nameOf = useListName();
  const { save, remove } = useSave(dictionary);
  const [under, setUnder] = useState<string>();
  const [editing, setEditing] = useState<Word | 'new'>();
  const words = wordsOf(list);
  const shown = below(words, under);
  const isFixed = list.fixed === true;
  const canEdit = can('dictionary:update');
  const keep = async (next: Word[]) => {
    await save(list, { items: next });
    invalidate('/meta/{resource}');
  };
  const put = (next: Word[]) => void keep(next).catch(toast.failed);

  return (
    <section aria-label={nameOf(list)}>
      <header>
        <div>
          <h2>{nameOf(list)}</h2>
          <p className="gx-faint">
            {[String(list.code), t('count', { count: words.length }), isFixed ? t('fixed') : undefined]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        {canEdit && !isFixed && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
            {t('add')}
          </Button>
        )}
        {canEdit && list.system !== true && (
          <Button
            danger
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('delete_what', { name: nameOf(list) })}
            onClick={() => void remove(list).catch(toast.failed)}
          />
        )}
      </header>
      {under && (
        <nav className="gx-words-path" aria-label={t('path')}>
          <button type="button" className="gx-plain" onClick={() => setUnder(undefined)}>
            {nameOf(list)}
          </button>
          {pathTo(words, under).map((it) => (
            <button key={it.code} type="button" className="gx-plain" onClick={() => setUnder(it.code)}>
              / {it.zh}
            </button>
          ))}
        </nav>
      )}
      <ul>
        {shown.map((word, at) => (
          <li key={word.code} data-off={word.active === false || undefined}>
            <span className="gx-word">
              <StatusTag color={word.color ?? undefined}>{word.zh}</StatusTag>
              <span className="gx-faint gx-ellipsis">{[word.en, word.code].filter(Boolean).join(' · ')}</span>
              {word.default && <StatusTag color="blue">{t('default')}</StatusTag>}
              {words.some((it) => it.parent === word.code) && (
                <button type="button" className="gx-plain" onClick={() => setUnder(word.code)}>
                  {t('below', { count: below(words, word.code).length })}
                </button>
              )}
            </span>
            {canEdit && (
              <span className="gx-word-tools">
                <Button
                  type="text"
                  icon={<ArrowUpOutlined />}
                  disabled={at === 0}
                  aria-label={t('up', { name: word.zh })}
                  onClick={() => put(moved(words, word.code, -1))}
                />
                <Button
                  type="text"
                  icon={<ArrowDownOutlined />}
                  disabled={at === shown.length - 1}
                  aria-label={t('down', { name: word.zh })}
                  onClick={() => put(moved(words, word.code, 1))}
                />
                <Button
                  type="text"
                  icon={<EditOutlined />}
                  aria-label={t('edit_what', { name: word.zh })}
                  onClick={() => setEditing(word)}
                />
                {!isFixed && !word.system && (
                  <Button
                    type="text"
                    danger
                    icon={<DeleteOutlined />}
                    aria-label={t('delete_what', { name: word.zh })}
                    onClick={() => put(withoutWord(words, word.code))}
                  />
                )}
                <Switch
                  size="small"
                  aria-label={t('active_what', { name: word.zh })}
                  checked={word.active !== false}
                  onChange={(active) => put(withWord(words, { ...word, active }))}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
      <Suspense fallback={null}>
        {editing && (
          <WordDialog
            word={editing === 'new' ? undefined : editing}
            taken={words.map((it) => it.code)}
            onSave={(word) => keep(withWord(words, { ...word, parent: word.parent ?? under ?? null }))}
            onClose={() => setEditing(undefined)}
          />
        )}
      </Suspense>
    </section>
  );
}
