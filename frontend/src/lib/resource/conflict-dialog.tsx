import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Row } from '@/lib/api/schema-types';
import { kindOf } from '@/lib/fields/registry';
import { useConflict } from './conflict';
import { nameOf } from './define-resource';
import { useLabel, useMeta } from './meta';

/** Somebody else saved first: both values side by side, and a choice. Mounted once, in the shell. */
export function ConflictDialog() {
  const current = useConflict((state) => state.current);
  return current ? <Choice conflict={current} /> : null;
}

function Choice({ conflict }: { conflict: NonNullable<ReturnType<typeof useConflict.getState>['current']> }) {
  const { resource, mine, shown, theirs, resolve } = conflict;
  const { byKey } = useMeta(nameOf(resource));
  const label = useLabel();
  const { t } = useTranslation();
  const mineRow: Row = { ...theirs, ...mine, ...shown };
  const value = (key: string, row: Row) => {
    const field = byKey.get(key);
    if (!field) return String(row[key] ?? '');
    const { Cell } = kindOf(field);
    return row[key] === null || row[key] === undefined ? (
      t('empty_value')
    ) : (
      <Cell value={row[key]} field={field} row={row} />
    );
  };
  return (
    <Modal
      open
      title={t('conflict.title')}
      onCancel={() => resolve('theirs')}
      footer={[
        <Button key="theirs" onClick={() => resolve('theirs')}>
          {t('conflict.keep_theirs')}
        </Button>,
        <Button key="mine" type="primary" onClick={() => resolve('mine')}>
          {t('conflict.keep_mine')}
        </Button>,
      ]}
    >
      <p>{t('conflict.explain', { name: resource.titleOf(theirs) })}</p>
      <table className="gx-conflict">
        <thead>
          <tr>
            <th scope="col">{t('conflict.field')}</th>
            <th scope="col">{t('conflict.theirs')}</th>
            <th scope="col">{t('conflict.mine')}</th>
          </tr>
        </thead>
        <tbody>
          {Object.keys(mine).map((key) => (
            <tr key={key}>
              <th scope="row">{label(byKey.get(key)?.label) || key}</th>
              <td>{value(key, theirs)}</td>
              <td>{value(key, mineRow)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}
