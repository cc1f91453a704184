import { subjectTypes } from '@kaitong/contract';
import { Form, InputNumber, Select } from 'antd';
import { AmountInput } from '../../parts/amount-input.tsx';
import { Choices } from '../../parts/choices.tsx';
import { MccPicker } from '../../parts/mcc-picker.tsx';
import { useLang } from '../../words/language.ts';
import { useSay } from '../../words/say.ts';
import { useWord } from '../../words/word.ts';
import { mixes, type Answers } from './answers.ts';
import { provinces } from '../../parts/provinces.data.ts';
import { words } from './words.ts';

const COUNTERS_MAX = 50;

export type AskScreenParts = {
  readonly answers: Answers;
  readonly missing: readonly (keyof Answers)[];
  readonly onAnswer: (more: Partial<Answers>) => void;
};

export function BusinessScreen({ answers, missing, onAnswer }: AskScreenParts) {
  const say = useSay(words);
  const word = useWord();
  return (
    <Form layout="vertical" component="div" className="ask">
      <Choices
        legend={say('ask.subject')}
        value={answers.subjectType}
        onChange={(subjectType) => onAnswer({ subjectType })}
        choices={subjectTypes.map((type) => ({
          value: type,
          label: word(`subjectType.${type}`),
          hint: say(`ask.subject.${type}`),
        }))}
      />
      <Form.Item
        label={say('ask.trade')}
        htmlFor="mcc"
        extra={say('ask.trade.hint')}
        {...(missing.includes('mcc') ? wrong(say('ask.trade.missing')) : {})}
      >
        <MccPicker id="mcc" value={answers.mcc} onChange={(mcc) => onAnswer({ mcc })} />
      </Form.Item>
    </Form>
  );
}

export function TurnoverScreen({ answers, missing, onAnswer }: AskScreenParts) {
  const say = useSay(words);
  return (
    <Form layout="vertical" component="div" className="ask">
      <Form.Item
        label={say('ask.month')}
        htmlFor="month"
        extra={say('ask.month.hint')}
        {...(missing.includes('monthlyAmount') ? wrong(say('ask.amount.missing')) : {})}
      >
        <AmountInput
          id="month"
          value={answers.monthlyAmount}
          onChange={(monthlyAmount) => onAnswer({ monthlyAmount })}
        />
      </Form.Item>
      <Form.Item
        label={say('ask.ticket')}
        htmlFor="ticket"
        extra={say('ask.ticket.hint')}
        {...(missing.includes('averageTicket') ? wrong(say('ask.amount.missing')) : {})}
      >
        <AmountInput
          id="ticket"
          value={answers.averageTicket}
          onChange={(averageTicket) => onAnswer({ averageTicket })}
        />
      </Form.Item>
      <Choices
        legend={say('ask.mix')}
        value={answers.mix}
        onChange={(mix) => onAnswer({ mix })}
        choices={mixes.map((mix) => ({
          value: mix,
          label: say(`ask.mix.${mix}`),
          hint: say(`ask.mix.${mix}.hint`),
        }))}
      />
    </Form>
  );
}

const networks = ['wifi', 'sim', 'wired'] as const;

export function PlaceScreen({ answers, onAnswer }: AskScreenParts) {
  const say = useSay(words);
  const word = useWord();
  return (
    <Form layout="vertical" component="div" className="ask">
      <Choices
        legend={say('ask.mobility')}
        value={answers.mobility}
        onChange={(mobility) => onAnswer({ mobility })}
        choices={(['fixed', 'mobile'] as const).map((mobility) => ({
          value: mobility,
          label: word(`mobility.${mobility}`),
          hint: say(`ask.mobility.${mobility}`),
        }))}
      />
      <Choices
        legend={say('ask.network')}
        value={answers.network}
        onChange={(network) => onAnswer({ network })}
        choices={networks.map((network) => ({
          value: network,
          label: word(`network.${network}`),
          hint: say(`ask.network.${network}`),
        }))}
      />
      <Form.Item label={say('ask.counters')} htmlFor="counters">
        <InputNumber
          id="counters"
          mode="spinner"
          min={1}
          max={COUNTERS_MAX}
          precision={0}
          value={answers.counters}
          onChange={(counters) => onAnswer({ counters: counters ?? 1 })}
        />
      </Form.Item>
    </Form>
  );
}

export function WishesScreen({ answers, onAnswer }: AskScreenParts) {
  const say = useSay(words);
  const lang = useLang();
  return (
    <Form layout="vertical" component="div" className="ask">
      <YesNo
        legend={say('ask.slips')}
        value={answers.printedSlips}
        onChange={(printedSlips) => onAnswer({ printedSlips })}
      />
      <YesNo
        legend={say('ask.nextDay')}
        value={answers.needsNextDay}
        onChange={(needsNextDay) => onAnswer({ needsNextDay })}
      />
      <Form.Item
        label={
          <>
            {say('ask.province')}
            <span className="quiet ask-optional">{say('house.optional')}</span>
          </>
        }
        htmlFor="province"
        extra={say('ask.province.hint')}
      >
        <Select
          id="province"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          virtual={false}
          value={answers.province || null}
          onChange={(province: string | undefined) => onAnswer({ province: province ?? '' })}
          options={Object.entries(provinces).map(([code, name]) => ({
            value: code,
            label: name[lang],
          }))}
        />
      </Form.Item>
    </Form>
  );
}

type YesNoParts = {
  readonly legend: string;
  readonly value: boolean | undefined;
  readonly onChange: (value: boolean) => void;
};

function YesNo({ legend, value, onChange }: YesNoParts) {
  const say = useSay(words);
  const chosen = value === undefined ? undefined : value ? 'yes' : 'no';
  return (
    <Choices
      isRow
      legend={legend}
      value={chosen}
      onChange={(answer) => onChange(answer === 'yes')}
      choices={(['yes', 'no'] as const).map((answer) => ({
        value: answer,
        label: say(`ask.${answer}`),
      }))}
    />
  );
}

function wrong(help: string) {
  return { validateStatus: 'error', help } as const;
}
