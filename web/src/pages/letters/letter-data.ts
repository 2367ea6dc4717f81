// Letters as the screens need them: whom one may write to, and each question with its answers.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ExchangeView, PeerView } from '../../../../server/features/exchange/contract.ts';
import type { LetterView } from '../../../../server/features/exchange/letter-contract.ts';
import { api } from '../../api/client.ts';

export type { LetterView };

/** @returns the installations to which the line is open; undefined while they are on their way */
export function useOpenPeers(): readonly PeerView[] | undefined {
  const { data } = useQuery({
    queryKey: ['exchange'],
    queryFn: () => api.get<ExchangeView>('/v1/exchange'),
    staleTime: 60_000,
  });
  return data?.peers.filter(({ status }) => status === 'ACTIVE');
}

export function useReloadLetters(): () => Promise<void> {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: ['letters'] });
}

export interface Talk {
  readonly letter: LetterView;
  /** In the order in which they were written. */
  readonly answers: readonly LetterView[];
}

/** @returns questions with their answers, newest first; an answer whose question is on a later page stands by itself */
export function talksOf(letters: readonly LetterView[]): Talk[] {
  const known = new Set(letters.map(({ id }) => id));
  const isAnswer = ({ inReplyTo }: LetterView) => inReplyTo !== null && known.has(inReplyTo);
  return letters
    .filter((letter) => !isAnswer(letter))
    .map((letter) => ({
      letter,
      answers: letters
        .filter(({ inReplyTo }) => inReplyTo === letter.id)
        .sort((one, other) => one.at.localeCompare(other.at)),
    }));
}
