import type { Form, Option, Question, QuestionOf } from './shape/form.js';
import type { Scheme } from './shape/scheme.js';

/** What forms borrow from their scheme: its lists, as options of a choice, and its indicators. */
export type Lists = Pick<Scheme, 'themes' | 'missions' | 'structureTypes' | 'indicators' | 'ownIndicators'> & {
  financing?: Pick<NonNullable<Scheme['financing']>, 'eligibleCosts'> | undefined;
};

/** The options of a choice: its own, or those of the scheme's list that it names. */
export function optionsOf(lists: Lists, choice: { options?: Option[]; optionsFrom?: QuestionOf<'choice'>['optionsFrom'] }): Option[] {
  switch (choice.optionsFrom) {
    case 'themes':
      return lists.themes;
    case 'missions':
      return lists.missions;
    case 'structureTypes':
      return lists.structureTypes;
    case 'eligibleCosts':
      return lists.financing?.eligibleCosts ?? [];
    case undefined:
      return choice.options ?? [];
  }
}

/** All questions of a form in their order, each with the code of its section. */
export function questionsOf(form: Form): { section: string; question: Question }[] {
  return form.sections.flatMap((section) => section.questions.map((question) => ({ section: section.code, question })));
}
