import { DownOutlined, MoreOutlined, SaveOutlined } from '@ant-design/icons';
import { App, Button, Dropdown, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { CustomerView } from '../../api/types';
import { ErrorNote } from '../../parts/ErrorNote';
import type { CustomerQuery } from '../../resources/useCustomers';
import { useAddView, useDeleteView, useReplaceView, useViews, type ViewWriting } from '../../resources/useViews';
import styles from './CustomersPage.module.css';
import { ViewDialog } from './ViewDialog';
import { ViewGaps } from './ViewGaps';
import { isChanged, isWorthKeeping, movingPeriod, viewAddress } from './views';

/** Named views of the list: chosen, kept, replaced and deleted in place. */
export function ViewBar({ query, columns }: { query: CustomerQuery; columns: string[] | null }) {
  const { t } = useTranslation();
  const { notification } = App.useApp();
  const [params, setParams] = useSearchParams();
  const [naming, setNaming] = useState<'new' | 'old' | null>(null);
  const { data, error, refetch } = useViews();
  const [add, replace, remove] = [useAddView(), useReplaceView(), useDeleteView()];
  const view = data?.find((each) => String(each.id) === params.get('view'));
  const changed = view !== undefined && isChanged(params, view);
  const shown = { ...query, search: undefined };
  const open = (next: URLSearchParams) => setParams(next);
  const write = (name: string, isShared: boolean): ViewWriting => ({ name, isShared, columns, period: movingPeriod(params) });
  const mark = (id: number) => setParams((current) => { const next = new URLSearchParams(current); next.set('view', String(id)); return next; });
  const save = ({ name, isShared }: { name: string; isShared: boolean }) => {
    const done = { onSuccess: ({ id }: CustomerView) => { setNaming(null); mark(id); } };
    if (naming === 'old' && view) replace.mutate({ view, query: kept(view), body: { name, isShared, columns: view.columns, period: view.period } }, done);
    else add.mutate({ query: shown, body: write(name, isShared) }, done);
  };
  const drop = (gone: CustomerView) => remove.mutate(gone.id, {
    onSuccess: () => {
      setParams((current) => { const next = new URLSearchParams(current); next.delete('view'); return next; });
      const key = `view${gone.id}`;
      const again = () => add.mutate({ query: kept(gone), body: { name: gone.name, isShared: gone.isShared, columns: gone.columns, period: gone.period } }, { onSuccess: (back) => open(viewAddress(back)) });
      notification.success({ key, title: t('views.deleted', { name: gone.name }), duration: 10, actions: <Button size="small" onClick={() => { again(); notification.destroy(key); }}>{t('chosen.undo')}</Button> });
    },
  });
  const group = (isShared: boolean) => (data ?? []).filter((each) => each.isShared === isShared);
  const items = [
    { key: 'all', label: t('views.all') },
    ...([[false, 'views.own'], [true, 'views.everybodys']] as const).flatMap(([isShared, label]) => {
      const views = group(isShared);
      return views.length === 0 ? [] : [{ key: label, type: 'group' as const, label: t(label), children: views.map((each) => ({ key: String(each.id), label: each.name })) }];
    }),
  ];
  const choose = (key: string) => {
    const chosen = data?.find((each) => String(each.id) === key);
    open(chosen ? viewAddress(chosen) : new URLSearchParams());
  };
  const problem = error ?? remove.error ?? (naming ? null : replace.error);
  return (
    <>
      <div className={styles.views}>
        <Dropdown trigger={['click']} menu={{ items, selectable: true, selectedKeys: [view ? String(view.id) : 'all'], onClick: ({ key }) => choose(key), className: styles.viewMenu }}>
          <Button aria-label={t('views.choose', { name: view?.name ?? t('views.all') })} iconPlacement="end" icon={<DownOutlined />}><span className={styles.viewName}>{view?.name ?? t('views.all')}</span></Button>
        </Dropdown>
        {changed && <Tag>{t('views.changed')}</Tag>}
        {changed && view.mayChange && <Button icon={<SaveOutlined />} loading={replace.isPending} onClick={() => replace.mutate({ view, query: shown, body: write(view.name, view.isShared) })}>{t('views.replace')}</Button>}
        {(view ? changed : isWorthKeeping(params)) && <Button type="text" onClick={() => { add.reset(); setNaming('new'); }}>{t('views.save')}</Button>}
        {view?.mayChange && (
          <Dropdown trigger={['click']} menu={{ items: [{ key: 'edit', label: t('views.edit') }, { key: 'delete', label: t('views.delete'), danger: true }], onClick: ({ key }) => (key === 'edit' ? setNaming('old') : drop(view)) }}>
            <Button type="text" icon={<MoreOutlined />} aria-label={t('views.more')} />
          </Dropdown>
        )}
      </div>
      {problem ? <ErrorNote error={problem} onRetry={error ? () => void refetch() : undefined} /> : null}
      {view && view.gone.length > 0 && <ViewGaps gaps={view.gone} />}
      {naming && (
        <ViewDialog view={naming === 'old' ? view : undefined} searching={Boolean(query.search)} pending={add.isPending || replace.isPending} error={naming === 'old' ? replace.error : add.error} onSave={save} onClose={() => setNaming(null)} />
      )}
    </>
  );
}

/** The query that a view keeps, as it stands. */
const kept = (view: CustomerView): CustomerQuery => ({ ...view.filter, sort: view.sort });
