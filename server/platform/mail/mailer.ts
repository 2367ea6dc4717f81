// Sends plain letters through a mail server.
import { createTransport } from 'nodemailer';

export interface Letter {
  /** The same for every attempt, so that a receiver knows a repetition. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mailer {
  /** @throws when the server did not take it; whoever asked tries again */
  send(letter: Letter): Promise<void>;
  close(): void;
}

const PATIENCE_MS = 15_000;

export function createMailer({ smtpUrl, from }: { smtpUrl: string; from: string }): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
  return {
    async send({ id, to, subject, text }) {
      await transport.sendMail({
        from,
        to,
        subject,
        text,
        messageId: `<${id}@izdoo>`,
        // Nobody is to answer a machine, and no absence notice either.
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    },
    close: () => transport.close(),
  };
}
