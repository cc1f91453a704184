import { api, type ReplyOf } from '@kaitong/contract';
import { StoryBroke } from '../expect.ts';
import { says, table } from '../narrator.ts';
import { standing, type MerchantStory } from '../story.ts';

type Quiz = ReplyOf<typeof api.visits.startQuiz>;
type Question = Quiz['questions'][number];

const TRIES_MAX = 12;

/** The merchant reads all parts, guesses at first, and learns from what is explained. */
export async function train(story: MerchantStory): Promise<void> {
  const { owner, tell } = story;
  const { modules } = await owner.ask(api.visits.training, {});
  for (const { id } of modules)
    await owner.ask(api.visits.readTraining, { params: { module: id } });
  tell.line(owner, 'train.read', {
    facts: { count: modules.length },
    sees: [table(modules.map(({ title, minutes }) => `${title} (${minutes} min)`))],
  });
  const learned = new Map<string, string>();
  for (let attempt = 1; attempt <= TRIES_MAX; attempt++)
    if (await answered(story, learned, attempt)) return;
  throw new StoryBroke(`The quiz was not passed in ${TRIES_MAX} tries.`);
}

async function answered(
  story: MerchantStory,
  learned: Map<string, string>,
  attempt: number,
): Promise<boolean> {
  const { owner, tell } = story;
  const quiz = await owner.ask(api.visits.startQuiz, {});
  const answers = quiz.questions.map((question) => ({
    questionId: question.id,
    choiceId: choiceFor(question, learned),
  }));
  const result = await owner.ask(api.visits.answerQuiz, {
    params: { id: quiz.id },
    body: { answers },
  });
  for (const { questionId, right } of result.wrong) learned.set(questionId, right);
  const { score, of, passed, wrong, training } = result;
  // Of the failures only the first is news.
  if (!passed && attempt > 1) return false;
  tell.line(owner, passed ? 'train.passed' : 'train.failed', {
    facts: { score, of, attempt },
    sees: [
      ...wrong.slice(0, 1).map(({ explanation }) => says(explanation)),
      standing(story, `training.${training.status}`),
    ],
  });
  return passed;
}

/** What was explained before, else the first choice. */
function choiceFor({ id, choices }: Question, learned: ReadonlyMap<string, string>): string {
  const right = learned.get(id);
  const known = choices.find((choice) => choice.id === right || choice.text === right);
  return (known ?? choices[0])?.id ?? '';
}
