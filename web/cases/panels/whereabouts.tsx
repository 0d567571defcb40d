import { Button, Text } from '@mantine/core';
import { endWhereabouts } from '#contract/whereabouts.ts';
import { useAction } from '#web/ui/client/queries.ts';
import { useFocusNext } from '#web/ui/focus.ts';
import { countryWords } from '#web/ui/place-words.ts';
import { ProblemAlert } from '#web/ui/states.tsx';
import { When } from '#web/ui/when.tsx';
import { useWords } from '#web/ui/words.ts';
import { caseReads } from '../case-news.ts';
import type { DeskCase } from '../case-shape.ts';

/** Where the customer said that they are now, until when, and the way to end it. */
export function WhereaboutsNow({ file }: { readonly file: DeskCase }) {
  const { whereabouts } = file.customer;
  return whereabouts === null ? null : <Standing caseId={file.id} whereabouts={whereabouts} />;
}

type StandingProps = {
  readonly caseId: string;
  readonly whereabouts: NonNullable<DeskCase['customer']['whereabouts']>;
};

function Standing({ caseId, whereabouts }: StandingProps) {
  const { t, locale } = useWords('agent');
  // Ended, this goes with its button.
  useFocusNext('[data-stage-place], #main');
  const ending = useAction(endWhereabouts, { invalidates: caseReads, quiet: true });
  const { id, place, country, region, until } = whereabouts;
  const named = [region, country && countryWords(locale, country)].filter((part) => part);
  return (
    <div>
      <dt>{t('whereabouts.now')}</dt>
      <dd>
        <bdi>{place === 'elsewhere' ? named.join(', ') : t(`whereabouts.${place}`)}</bdi>
        {until === null ? null : (
          <Text size="xs" c="dimmed">
            {t('whereabouts.standsUntil')} <When at={until} />
          </Text>
        )}
        <Button
          variant="default"
          size="compact-sm"
          loading={ending.isPending}
          onClick={() => ending.mutate({ caseId, whereaboutsId: id })}
        >
          {t('whereabouts.end')}
        </Button>
        <ProblemAlert problem={ending.error} />
      </dd>
    </div>
  );
}
