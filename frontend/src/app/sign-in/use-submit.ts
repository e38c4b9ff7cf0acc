import type { FormInstance } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/lib/api/problem';
import { setFieldProblems } from '@/lib/resource/form-problems';

/** Sends a form of the pages before one is in; what is refused stands beside the field or above the form. */
export function useSubmit<T>(form: FormInstance, send: (values: T) => Promise<void>) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<string>();
  const [isSending, setSending] = useState(false);
  const submit = async (values: T) => {
    setSending(true);
    setProblem(undefined);
    try {
      await send(values);
    } catch (error) {
      if (!setFieldProblems(form, error)) {
        setProblem(isProblem(error) && error.status !== 0 ? error.message : t('problem.offline'));
      }
    } finally {
      setSending(false);
    }
  };
  return { submit, problem, isSending };
}
