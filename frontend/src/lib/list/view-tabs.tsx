import { MoreOutlined, PlusOutlined, PushpinFilled } from '@ant-design/icons';
import { App, Button } from 'antd';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MenuButton } from '@/lib/menu/menu-button';
import type { ListState } from '@/lib/resource/use-resource-list';
import { useToast } from '@/lib/resource/use-toast';
import { ColumnSettings } from './column-settings';
import { NO_VIEW, type View } from './use-views';

const NameViewDialog = lazy(() => import('./name-view-dialog').then((it) => ({ default: it.NameViewDialog })));

/** Saved views as tabs, beside them what helps to read the list. An unsaved change shows Save and Reset. */
export function ViewTabs({ list, children }: { list: ListState; children?: ReactNode }) {
  const { t } = useTranslation();
  const [isNaming, setNaming] = useState<'new' | View | null>(null);
  const { views, view, search } = list;
  const toast = useToast();
  const isChanged = search.filter !== undefined || search.sort !== undefined || list.hasOwnColumns;
  const isDirty = view ? isChanged : search.filter !== undefined || search.sort !== undefined;

  const go = (id: string | undefined) => list.change({ view: id, filter: undefined, sort: undefined, q: undefined });
  const reset = () => {
    list.setColumns(undefined);
    list.change({ filter: undefined, sort: undefined });
  };
  const state = () => ({ filter: list.filter ?? null, sort: list.sort ?? null, columns: list.columns });
  const saveChange = async () => {
    if (!view) return setNaming('new');
    try {
      await views.change(view, state());
      reset();
    } catch (error) {
      toast.failed(error);
    }
  };
  const name = async (text: string) => {
    try {
      if (isNaming === 'new') {
        const created = await views.create({ name: text, ...state(), shared: false });
        go(created.id);
      } else if (isNaming) {
        await views.change(isNaming, { name: text });
      }
      setNaming(null);
    } catch (error) {
      toast.failed(error);
    }
  };

  return (
    <nav className="gx-views" aria-label={t('view.title')}>
      <div className="gx-view-tabs">
        <button
          type="button"
          className="gx-view"
          aria-current={!view || undefined}
          onClick={() => go(views.home ? NO_VIEW : undefined)}
        >
          {t('view.all')}
        </button>
        {views.items.map((it) => (
          <ViewTab key={it.id} list={list} view={it} onOpen={() => go(it.id)} onRename={() => setNaming(it)} />
        ))}
        <Button
          type="text"
          size="small"
          icon={<PlusOutlined />}
          aria-label={t('view.create')}
          onClick={() => setNaming('new')}
        />
      </div>
      <div className="gx-view-tools">
        {isDirty && (
          <>
            <Button size="small" type="link" onClick={() => void saveChange()}>
              {view ? t('view.save') : t('view.save_as')}
            </Button>
            <Button size="small" type="text" onClick={reset}>
              {t('view.reset')}
            </Button>
          </>
        )}
        {children}
        <ColumnSettings list={list} />
      </div>
      <Suspense fallback={null}>
        {isNaming && (
          <NameViewDialog
            initial={isNaming === 'new' ? '' : isNaming.name}
            onName={name}
            onClose={() => setNaming(null)}
          />
        )}
      </Suspense>
    </nav>
  );
}

function ViewTab(props: { list: ListState; view: View; onOpen: () => void; onRename: () => void }) {
  const { list, view, onOpen, onRename } = props;
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const toast = useToast();
  const isCurrent = list.view?.id === view.id;
  const isMine = view.allowed_actions === undefined || view.allowed_actions.includes('update');
  const { views } = list;
  const at = views.items.findIndex((it) => it.id === view.id);
  const move = async (to: number) => {
    const order = views.items.filter((it) => it.id !== view.id);
    order.splice(to, 0, view);
    for (const [position, it] of order.entries()) {
      if (it.position !== position) await views.change(it, { position });
    }
  };
  const commands: Record<string, () => unknown> = {
    rename: onRename,
    left: () => move(at - 1),
    right: () => move(at + 1),
    pin: () => views.change(view, { pinned: !view.pinned }),
    share: () => views.change(view, { shared: !view.shared }),
    default: () => views.change(view, { is_default: !view.is_default }),
    delete: () =>
      modal.confirm({
        title: t('view.delete_ask', { name: view.name }),
        okText: t('delete'),
        cancelText: t('cancel'),
        onOk: async () => {
          await views.remove(view);
          if (isCurrent) list.change({ view: undefined, filter: undefined, sort: undefined });
        },
      }),
  };
  return (
    <span className="gx-view-slot">
      <button type="button" className="gx-view" aria-current={isCurrent || undefined} onClick={onOpen}>
        {view.pinned && <PushpinFilled />} {view.name}
      </button>
      {isCurrent && isMine && (
        <MenuButton
          items={[
            { key: 'rename', label: t('view.rename') },
            { key: 'left', label: t('view.left'), isDisabled: at <= 0 },
            { key: 'right', label: t('view.right'), isDisabled: at === views.items.length - 1 },
            { key: 'pin', label: view.pinned ? t('view.unpin') : t('view.pin') },
            { key: 'share', label: view.shared ? t('view.unshare') : t('view.share') },
            { key: 'default', label: view.is_default ? t('view.undefault') : t('view.default') },
            { key: 'delete', label: t('delete'), isDanger: true },
          ]}
          onChoose={(key) => void Promise.resolve(commands[key]?.()).catch(toast.failed)}
          trigger={(props) => (
            <Button
              type="text"
              size="small"
              icon={<MoreOutlined />}
              aria-label={t('view.more', { name: view.name })}
              {...props}
            />
          )}
        />
      )}
    </span>
  );
}
