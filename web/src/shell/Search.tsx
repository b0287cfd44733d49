import { SearchOutlined } from '@ant-design/icons';
import { AutoComplete, Input, type InputRef } from 'antd';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFormat } from '../format/useFormat';
import { useCustomers } from '../resources/useCustomers';
import styles from './TopBar.module.css';

const wanted = 8;

/** Finds customers from anywhere; / and Ctrl-K lead here, Esc leads out. */
export function Search() {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const term = useDeferredValue(text.trim());
  const input = useRef<InputRef>(null);
  const { data, isFetching } = useCustomers({ search: term, limit: wanted }, term.length > 0);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, [contenteditable=true]');
      const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
      const chord = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
      if (!slash && !chord) return;
      event.preventDefault();
      input.current?.focus({ cursor: 'all' });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  const leave = () => {
    setText('');
    input.current?.blur();
  };
  const go = (path: string) => {
    leave();
    void navigate(path);
  };
  const found = term && data ? data.items : [];
  const rest = data && data.total > found.length ? [{ value: 'all', label: t('shell.searchAll', { count: data.total }) }] : [];
  return (
    <AutoComplete
      className={styles.search}
      value={text}
      onChange={setText}
      onSelect={(value: string) => go(value === 'all' ? `/customers?search=${encodeURIComponent(term)}` : `/customers/${value}`)}
      popupMatchSelectWidth={320}
      listHeight={(wanted + 1) * 40}
      notFoundContent={term && !isFetching ? t('shell.searchNone') : null}
      options={[
        ...found.map((customer) => ({
          value: String(customer.id),
          label: (
            <span className={styles.found}>
              <span>{customer.name || customer.buyer || t('customers.unnamed')}</span>
              <small>{t('grid.times', { count: customer.orders })} · {format.money(customer.netSales)}</small>
            </span>
          ),
        })),
        ...rest,
      ]}
    >
      <Input
        ref={input}
        prefix={<SearchOutlined />}
        suffix={<kbd className={styles.keys} title={t('shell.searchKeys')}>/</kbd>}
        placeholder={t('shell.search')}
        aria-label={t('shell.search')}
        onKeyDown={(event) => event.key === 'Escape' && leave()}
        onPressEnter={() => term && data && data.total !== 1 && go(`/customers?search=${encodeURIComponent(term)}`)}
      />
    </AutoComplete>
  );
}
