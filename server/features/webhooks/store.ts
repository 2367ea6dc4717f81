// Rows of webhooks and of what people see of their deliveries.
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';
import type { DeliveryStatus } from './contract.ts';

export type WebhookRow = Prisma.WebhookGetPayload<Record<never, never>>;
export type DeliveryRow = Prisma.WebhookDeliveryGetPayload<Record<never, never>>;

interface Page {
  readonly limit: number;
  /** Rows after this id, newest first. */
  readonly after: string | undefined;
}

export function createWebhookStore({ prisma }: Pick<Database, 'prisma'>) {
  return {
    list: (state: string, { limit, after }: Page): Promise<WebhookRow[]> =>
      prisma.webhook.findMany({
        where: { state, ...(after && { id: { lt: after } }) },
        orderBy: { id: 'desc' },
        take: limit + 1,
      }),

    find: (id: string, state: string): Promise<WebhookRow | null> =>
      prisma.webhook.findFirst({ where: { id, state } }),

    insert: (tx: Tx, data: Prisma.WebhookUncheckedCreateInput): Promise<WebhookRow> =>
      tx.db.webhook.create({ data }),

    /** @returns false when it is not that version any more */
    async change(
      tx: Tx,
      { id, version }: { id: string; version: number },
      data: Prisma.WebhookUncheckedUpdateManyInput,
    ): Promise<boolean> {
      const { count } = await tx.db.webhook.updateMany({
        where: { id, version },
        data: { ...data, version: version + 1 },
      });
      return count === 1;
    },

    async remove(tx: Tx, id: string, state: string): Promise<boolean> {
      const { count } = await tx.db.webhook.deleteMany({ where: { id, state } });
      return count === 1;
    },

    insertDelivery: (tx: Tx, data: Prisma.WebhookDeliveryUncheckedCreateInput): Promise<DeliveryRow> =>
      tx.db.webhookDelivery.create({ data }),

    /** Puts a delivery at the beginning of its way again. */
    restart: (tx: Tx, id: string): Promise<DeliveryRow> =>
      tx.db.webhookDelivery.update({
        where: { id },
        data: { status: 'PENDING', attempts: 0, nextAt: tx.now, endedAt: null },
      }),

    listDeliveries: (
      webhookId: string,
      { withSecret, status }: { withSecret: boolean; status: DeliveryStatus | undefined },
      { limit, after }: Page,
    ): Promise<DeliveryRow[]> =>
      prisma.webhookDelivery.findMany({
        where: {
          webhookId,
          ...(status && { status }),
          ...(!withSecret && { isSecret: false }),
          ...(after && { id: { lt: after } }),
        },
        orderBy: { id: 'desc' },
        take: limit + 1,
      }),

    findDelivery: (webhookId: string, id: string, withSecret: boolean) =>
      prisma.webhookDelivery.findFirst({
        where: { id, webhookId, ...(!withSecret && { isSecret: false }) },
        include: { tries: { orderBy: [{ at: 'asc' }, { id: 'asc' }] } },
      }),
  };
}
