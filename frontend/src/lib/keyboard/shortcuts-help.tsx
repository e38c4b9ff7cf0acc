import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from './use-shortcut';

const GRID_KEYS = [
  ['↑ ↓ ← → / j k', 'grid.move'],
  ['Enter / F2', 'grid.edit'],
  ['o', 'grid.open'],
  ['Space / x', 'grid.select'],
  ['Shift + ↑ ↓', 'grid.range'],
  ['Ctrl + Home / End', 'grid.jump'],
  ['Shift + ← →', 'grid.cells'],
  ['Ctrl + A / C / V', 'grid.copy'],
  ['Esc', 'grid.cancel'],
] as const;

/** All keys that work here, under `?`. */
export function ShortcutsHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const active = useShortcuts((state) => state.active);
  const isMac = navigator.platform.startsWith('Mac');
  const keysOf = (keys: string) =>
    keys
      .replace('mod+', isMac ? '⌘ ' : 'Ctrl + ')
      .replace('ArrowUp', '↑')
      .replace('ArrowDown', '↓');
  return (
    <Modal open title={t('shortcut.title')} footer={null} onCancel={onClose} width={560}>
      <h3>{t('shortcut.page_title')}</h3>
      <dl className="gx-keys">
        {active.map((it) => (
          <div key={it.id}>
            <dt>
              <kbd>{keysOf(it.keys)}</kbd>
            </dt>
            <dd>{it.label}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('shortcut.grid_title')}</h3>
      <dl className="gx-keys">
        {GRID_KEYS.map(([keys, name]) => (
          <div key={keys}>
            <dt>
              <kbd>{isMac ? keys.replaceAll('Ctrl', '⌘') : keys}</kbd>
            </dt>
            <dd>{t(`shortcut.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
