import { PlusOutlined, SearchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from '@/lib/fields/text';
import { useShortcut } from '@/lib/keyboard/use-shortcut';
import type { ListState } from '@/lib/resource/use-resource-list';
import { CREATE } from './list-states';
import './list.css';

interface ListPageProps {
  list: ListState;
  /** Words above the list where the resource's own name says too little. */
  title?: string;
  /** Usually `<CreateRecord list={list} />`. */
  create?: ReactNode;
  /** Further buttons of the header. */
  more?: ReactNode;
  children: ReactNode;
}

/** The frame of every list: heading, search, buttons; what it shows are its children. */
export function ListPage({ list, title, create, more, children }: ListPageProps) {
  const { t } = useTranslation();
  const { total } = list;
  return (
    <section className="gx-list">
      <header className="gx-list-head">
        <h1>
          {title ?? t(`${list.resource.key}:title`)}
          {total && (
            <small aria-live="polite">{t(total.capped ? 'count_capped' : 'count', { count: total.value })}</small>
          )}
        </h1>
        <div className="gx-list-tools">
          <ListSearchBox list={list} />
          {more}
          {create}
        </div>
      </header>
      {children}
    </section>
  );
}

const TYPING_PAUSE = 250;

function ListSearchBox({ list }: { list: ListState }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(list.q ?? '');
  const { change, q } = list;
  useShortcut('/', t('shortcut.search'), () => input.current?.focus());
  useEffect(() => setTyped(q ?? ''), [q]);
  useEffect(() => {
    if (typed.trim() === (q ?? '')) return;
    const timer = setTimeout(() => change({ q: typed.trim() || undefined }, true), TYPING_PAUSE);
    return () => clearTimeout(timer);
  }, [typed, q, change]);
  return (
    <label className="gx-list-search">
      <SearchOutlined />
      <input
        ref={input}
        type="search"
        placeholder={t('search_list')}
        aria-label={t('search_list')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isComposing(event)) change({ q: typed.trim() || undefined }, true);
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
    </label>
  );
}

interface CreateButtonProps {
  list: ListState;
  /** Somebody is about to press it. */
  onIntent?: () => void;
}

/** The button that opens the drawer; its state is in the address, so that a link can open it. */
export function CreateButton({ list, onIntent }: CreateButtonProps) {
  const { t } = useTranslation(list.resource.key);
  const open = () => list.change({ create: true });
  useShortcut('c', t('common:shortcut.create'), open);
  return (
    <Button type="primary" icon={<PlusOutlined />} onClick={open} onPointerEnter={onIntent} onFocus={onIntent}>
      {t(CREATE)}
    </Button>
  );
}
