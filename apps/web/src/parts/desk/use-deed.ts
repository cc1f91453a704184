import type { Endpoint, ReplyOf } from '@kaitong/contract';
import { App } from 'antd';
import type { InputOf } from '../../api.ts';
import { useAct, type Act } from '../../query.ts';

type Telling<E extends Endpoint> = {
  /** What is now true, in words; said when it is. */
  readonly told: string;
  readonly onDone?: (reply: ReplyOf<E>, input: InputOf<E>) => void;
};

/** An act of the console: its result is told, and all that is shown is asked again. */
export function useDeed<E extends Endpoint>(endpoint: E, { told, onDone }: Telling<E>): Act<E> {
  const { message } = App.useApp();
  return useAct(endpoint, {
    onDone: (reply, input) => {
      void message.success(told);
      onDone?.(reply, input);
    },
    // A deed at one desk moves the queues of others.
    invalidates: 'everything',
  });
}
