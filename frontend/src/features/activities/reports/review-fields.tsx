import { Form, Input, Rate } from 'antd';
import { useTranslation } from 'react-i18next';

/** What the reader thinks of it: stars, and words. */
export function ReviewFields() {
  const { t } = useTranslation('work_report');
  return (
    <>
      <Form.Item name="score" label={t('score')}>
        <Rate />
      </Form.Item>
      <Form.Item name="note" label={t('note')}>
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={5000} placeholder={t('note_example')} />
      </Form.Item>
    </>
  );
}
