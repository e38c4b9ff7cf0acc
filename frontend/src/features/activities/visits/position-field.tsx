import { AimOutlined, EnvironmentOutlined } from '@ant-design/icons';
import { Alert, Button, Form, Input } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { usePosition } from './use-position';

/** Where one is now, as the fields `lat` and `lng` of the form around it. */
export function PositionField({ isRequired = false }: { isRequired?: boolean }) {
  const { t } = useTranslation('visit');
  return (
    <>
      <Form.Item
        name="lat"
        label={t('where')}
        required={isRequired}
        rules={[{ required: isRequired, message: t('where_required') }]}
      >
        <Here />
      </Form.Item>
      <Form.Item name="lng" hidden>
        <Input />
      </Form.Item>
    </>
  );
}

interface HereProps {
  /** Given by `Form.Item`. */
  onChange?: (lat: string | undefined) => void;
}

function Here({ onChange }: HereProps) {
  const { t } = useTranslation('visit');
  const form = Form.useFormInstance();
  const { position, ask } = usePosition();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form hands down a new function each time
  useEffect(() => {
    if (position.state !== 'found') return;
    form.setFieldValue('lng', position.lng);
    onChange?.(position.lat);
  }, [position]);

  if (position.state === 'found') {
    const { lat, lng, accuracy } = position;
    return (
      <div className="gx-here">
        <span role="status">
          <EnvironmentOutlined /> {t('where_found', { point: `${lat}, ${lng}`, accuracy })}
        </span>
        <Button type="text" size="small" icon={<AimOutlined />} onClick={ask}>
          {t('where_again')}
        </Button>
      </div>
    );
  }
  const hasFailed = position.state !== 'unknown' && position.state !== 'asked';
  return (
    <div className="gx-here">
      {hasFailed ? (
        <Alert type="warning" showIcon title={t(`where_failed.${position.state}`)} />
      ) : (
        <p className="gx-faint">{t('where_why')}</p>
      )}
      <Button icon={<AimOutlined />} loading={position.state === 'asked'} onClick={ask}>
        {hasFailed ? t('where_again') : t('where_ask')}
      </Button>
    </div>
  );
}
