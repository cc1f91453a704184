import { api, type ReplyOf } from '@kaitong/contract';
import { useQueryClient } from '@tanstack/react-query';
import { asked, useAct, useApi } from '../../query.ts';

export type Training = ReplyOf<typeof api.visits.training>;
export type Quiz = ReplyOf<typeof api.visits.startQuiz>;
export type Result = ReplyOf<typeof api.visits.answerQuiz>;

const moves = [api.journey.readJourney, api.journey.listJourneys, api.terminals.readGate];

export function useTraining() {
  return useApi(api.visits.training, {});
}

export function useRead() {
  const keep = useKeep();
  return useAct(api.visits.readTraining, { onDone: keep });
}

export function useStartQuiz() {
  return useAct(api.visits.startQuiz);
}

export function useAnswer() {
  const keep = useKeep();
  return useAct(api.visits.answerQuiz, {
    onDone: ({ training }) => keep(training),
    invalidates: moves,
  });
}

function useKeep(): (training: Training) => void {
  const client = useQueryClient();
  return (training) => client.setQueryData(asked(api.visits.training, {}).queryKey, training);
}
