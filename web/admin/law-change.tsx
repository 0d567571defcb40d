import { List } from '@mantine/core';
import type { previewPortfolio } from '#contract/admin/policy.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { usePlainRules } from '#web/ui/rule-words.tsx';
import { useWords } from '#web/ui/words.ts';

/** What another country, kind of debtors or collector changes in law. */
export type Law = OutputOf<typeof previewPortfolio>['law'];

type Rule = Law['rules']['lost'][number];
type Duty = Law['duties']['lost'][number];

/** Whether anything changes in law. */
export const changesLaw = ({ rules, duties }: Law) =>
  rules.lost.length + rules.won.length + duties.lost.length + duties.won.length > 0;

/** The rules, hours and duties that start or stop to apply, as items of a list. */
export function LawChange({ law }: { readonly law: Law }) {
  const { t } = useWords('admin');
  const { rules, hours, duties } = law;
  const ids = (of: readonly Rule[]) => of.map(({ rule }) => rule).join();
  const isOtherHours = ids(hours.before) !== ids(hours.after);
  return (
    <>
      {isOtherHours ? (
        <>
          <Hours label={t('place.hoursBefore')} rules={hours.before} />
          <Hours label={t('place.hoursAfter')} rules={hours.after} />
        </>
      ) : null}
      <Rules label={t('place.rulesLost')} rules={rules.lost} />
      <Rules label={t('place.rulesWon')} rules={rules.won} />
      <Duties label={t('place.dutiesLost')} duties={duties.lost} />
      <Duties label={t('place.dutiesWon')} duties={duties.won} />
    </>
  );
}

type RulesProps = { readonly label: string; readonly rules: readonly Rule[] };

/** The rules about hours; where there are none, that the house hours alone hold. */
function Hours({ label, rules }: RulesProps) {
  const { t } = useWords('admin');
  if (rules.length > 0) return <Rules label={label} rules={rules} />;
  return (
    <List.Item>
      {label}: {t('place.houseHours')}
    </List.Item>
  );
}

function Rules({ label, rules }: RulesProps) {
  const { locale } = useWords('admin');
  const plainOf = usePlainRules();
  if (rules.length === 0) return null;
  return (
    <List.Item>
      {label} ({rules.length.toLocaleString(locale)})
      <List size="xs" withPadding>
        {rules.map(({ rule, title, citation }) => (
          <List.Item key={rule}>
            {plainOf(rule)?.says ?? <bdi lang="en">{title}</bdi>} (<bdi lang="en">{citation}</bdi>)
          </List.Item>
        ))}
      </List>
    </List.Item>
  );
}

function Duties({ label, duties }: { readonly label: string; readonly duties: readonly Duty[] }) {
  const { t, locale } = useWords('admin');
  if (duties.length === 0) return null;
  const term = ({ within }: Duty) => {
    const [unit, count] =
      'days' in within
        ? (['days', within.days] as const)
        : 'minutes' in within
          ? (['minutes', within.minutes] as const)
          : (['businessDays', within.businessDays] as const);
    return t(`place.within.${unit}`, { count, shown: count.toLocaleString(locale) });
  };
  return (
    <List.Item>
      {label} ({duties.length.toLocaleString(locale)})
      <List size="xs" withPadding>
        {duties.map((duty) => (
          <List.Item key={`${duty.rule} ${duty.kind}`}>
            {t(`compliance:obligation.kinds.${duty.kind}`)}: {term(duty)} (<bdi>{duty.rule}</bdi>)
          </List.Item>
        ))}
      </List>
    </List.Item>
  );
}
