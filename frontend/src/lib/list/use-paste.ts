import { useTranslation } from 'react-i18next';
import { readCells } from '@/lib/format/tsv';
import { useLabel } from '@/lib/resource/meta';
import { showBatchResult } from '@/lib/resource/start-action';
import type { ListState } from '@/lib/resource/use-resource-list';
import { useToast } from '@/lib/resource/use-toast';
import { planPaste } from './paste-cells';
import type { Range } from './range';

/** Larger tables are imported: that checks them first and can be undone as a whole. */
const MOST_ROWS = 200;

/** Cells from a spreadsheet into the list: saved row by row, taken back at once, and what was refused is told with the reason. */
export function usePaste(list: ListState) {
  const { t } = useTranslation();
  const label = useLabel();
  const toast = useToast();
  return async (text: string, range: Range) => {
    const cells = readCells(text);
    if (cells.length > MOST_ROWS) return toast.refused(t('paste.too_long', { count: MOST_ROWS }));
    const { changes, refused, beyond } = planPaste(list, cells, range, label);
    const failed = refused.map(({ row, field, text }) => ({
      id: row.id,
      code: 'NOT_PASTED',
      message: t('paste.refused', { field, text }),
    }));
    const result = await list.editMany(changes);
    if (beyond > 0) toast.refused(t('paste.beyond', { count: beyond }));
    if (failed.length + result.failed.length > 0) {
      showBatchResult(list.resource, { succeeded: result.succeeded, failed: [...result.failed, ...failed] });
    }
  };
}
