// A work list: sorted by its headings, walked with the arrow keys, opened with Enter; its empty, waiting and failed states too.
import { Button, Center, Skeleton, Stack, Table, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import {
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { collatorOf } from '../i18n/collation.ts';
import { four } from '../i18n/four.ts';
import { type TextTable, useLocale, useTexts } from '../i18n/texts.tsx';
import classes from './data-table.module.css';
import { ProblemNote } from './problem-note.tsx';

const texts = {
  more: four('Дагы көрсөтүү', 'Показать ещё', 'Тағы көрсету', 'Show more'),
} satisfies TextTable;

export interface DataColumn<Row> {
  readonly id: string;
  readonly header: string;
  cell(row: Row): ReactNode;
  /** The column can be sorted by what this returns; texts in the order of the reader's alphabet. */
  sortBy?(row: Row): string | number;
  readonly align?: 'right';
  readonly width?: number | string;
  /** Numbers and dates stay on one line. */
  readonly nowrap?: boolean;
  /** Left out on a tablet, where the other columns need its room; the row says it when it is opened. */
  readonly wideOnly?: boolean;
}

export interface DataTableProps<Row> {
  /** Said to screen readers. */
  readonly caption: string;
  readonly columns: readonly DataColumn<Row>[];
  /** Undefined while they are on their way. */
  readonly rows: readonly Row[] | undefined;
  rowId(row: Row): string;
  onOpen?(row: Row): void;
  readonly empty: ReactNode;
  readonly error?: unknown;
  onRetry?(): void;
  /** There are more rows to ask for. */
  onMore?: (() => void) | undefined;
  readonly isLoadingMore?: boolean;
  readonly minWidth?: number;
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

const WAY: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** The arrow keys move among the rows; one row at a time is in the order of tabs. */
function useWalk() {
  const [at, setAt] = useState(0);
  const body = useRef<HTMLTableSectionElement>(null);
  const walk = (event: KeyboardEvent, index: number) => {
    const way = WAY[event.key];
    if (way === undefined || event.target !== event.currentTarget) return;
    event.preventDefault();
    const next = body.current?.rows[index + way];
    if (!next) return;
    setAt(index + way);
    next.focus();
  };
  return { at, setAt, body, walk };
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowId, onOpen, empty, error, onRetry, onMore, minWidth = 640 } = props;
  const t = useTexts(texts);
  const { locale } = useLocale();
  const [sorting, setSorting] = useState<SortingState>([]);
  const { at, setAt, body, walk } = useWalk();
  const data = useMemo(() => [...(rows ?? [])], [rows]);
  const defs = useMemo(() => {
    const order = collatorOf(locale);
    return columns.map(({ id, sortBy }) => ({
      id,
      accessorFn: (row: Row) => sortBy?.(row) ?? '',
      enableSorting: sortBy !== undefined,
      sortFn: (a: { original: Row }, b: { original: Row }) => {
        const [x, y] = [sortBy?.(a.original) ?? '', sortBy?.(b.original) ?? ''];
        return typeof x === 'number' && typeof y === 'number' ? x - y : order.compare(String(x), String(y));
      },
    }));
  }, [columns, locale]);
  const table = useTable({
    features,
    columns: defs as never,
    data: data as object[],
    state: { sorting },
    onSortingChange: setSorting,
  });

  if (error !== undefined && error !== null)
    return <ProblemNote error={error} {...(onRetry && { onRetry })} />;
  if (rows === undefined)
    return (
      <Stack gap="xs" aria-busy>
        {[0, 1, 2, 3, 4].map((line) => (
          <Skeleton key={line} h={38} />
        ))}
      </Stack>
    );
  if (rows.length === 0) return empty;
  return (
    <>
      <Table.ScrollContainer minWidth={minWidth}>
        <Table highlightOnHover={onOpen !== undefined} className={classes['table'] as string}>
          <Table.Caption className={classes['caption'] as string}>
            <VisuallyHidden>{caption}</VisuallyHidden>
          </Table.Caption>
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => {
                const sorted = sorting.find(({ id }) => id === column.id);
                const Sign = !sorted ? IconArrowsSort : sorted.desc ? IconArrowDown : IconArrowUp;
                return (
                  <Table.Th
                    key={column.id}
                    w={column.width}
                    visibleFrom={column.wideOnly ? 'md' : undefined}
                    ta={column.align}
                    {...(sorted && { 'aria-sort': sorted.desc ? 'descending' : 'ascending' })}
                  >
                    {column.sortBy ? (
                      <UnstyledButton
                        fz="inherit"
                        fw="inherit"
                        className={classes['sort'] as string}
                        onClick={() => table.getColumn(column.id)?.toggleSorting()}
                      >
                        {column.header} <Sign size={14} aria-hidden />
                      </UnstyledButton>
                    ) : (
                      column.header
                    )}
                  </Table.Th>
                );
              })}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody ref={body}>
            {table.getRowModel().rows.map((line, index) => {
              const row = line.original as Row;
              return (
                <Table.Tr
                  key={rowId(row)}
                  {...(onOpen && {
                    tabIndex: index === at ? 0 : -1,
                    className: classes['open'] as string,
                    onFocus: () => setAt(index),
                    onKeyDown: (event: KeyboardEvent) => {
                      if (event.key === 'Enter' && event.target === event.currentTarget) onOpen(row);
                      else walk(event, index);
                    },
                    onClick: () => onOpen(row),
                  })}
                >
                  {columns.map((column) => (
                    <Table.Td
                      key={column.id}
                      ta={column.align}
                      visibleFrom={column.wideOnly ? 'md' : undefined}
                      className={column.nowrap ? classes['whole'] : undefined}
                    >
                      {column.cell(row)}
                    </Table.Td>
                  ))}
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {onMore && (
        <Center mt="sm">
          <Button variant="default" onClick={onMore} loading={props.isLoadingMore ?? false}>
            {t('more')}
          </Button>
        </Center>
      )}
    </>
  );
}
