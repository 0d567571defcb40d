import { Button, Checkbox, Fieldset, SimpleGrid, Stack, Text } from '@mantine/core';
import type { readPolicy } from '#contract/admin/policy.ts';
import { ownValue } from '#kernel/own-value.ts';
import type { OutputOf } from '#web/ui/client/api.ts';
import { usePlainRules } from '#web/ui/rule-words.tsx';
import { useWords } from '#web/ui/words.ts';
import { Hours } from './day-hours.tsx';
import { type PolicyForm, Section } from './policy-fields.tsx';
import { dayNames } from './setting-words.ts';

type SettableRule = OutputOf<typeof readPolicy>['rules'][number];

type RulesProps = { readonly form: PolicyForm; readonly rules: readonly SettableRule[] };

/** What the law of the portfolio's country leaves to the operator: hours, and rules to switch on. */
export function RuleSettings({ form, rules }: RulesProps) {
  const hours = rules.filter(({ kind }) => kind === 'hours');
  const switches = rules.filter(({ kind }) => kind === 'switch');
  const advice = rules.filter(({ kind }) => kind === 'advice');
  return (
    <>
      {hours.map((rule) => (
        <RuleHours key={rule.rule} form={form} rule={rule} />
      ))}
      <RuleChoice form={form} name="rulesOn" rules={switches} />
      <RuleChoice form={form} name="adviceOnly" rules={advice} />
    </>
  );
}

type RuleProps = { readonly form: PolicyForm; readonly rule: SettableRule };

function RuleHours({ form, rule: { rule, title, pack, initial } }: RuleProps) {
  const { t } = useWords('admin');
  const says = usePlainRules()(rule)?.says;
  const path = `gate.ruleHours.${rule}`;
  const own = ownValue(form.values.gate.ruleHours, rule);
  const inForce = own ?? initial;
  const change = (next: typeof own) => {
    const { [rule]: _, ...others } = form.values.gate.ruleHours;
    form.setFieldValue('gate.ruleHours', next ? { ...others, [rule]: next } : others);
  };
  const begin = inForce ?? { week: form.values.gate.houseHours, shutOnHolidays: true };
  return (
    <Fieldset legend={t('ruleHours.title', { pack })}>
      <Text size="sm">{says ?? <bdi lang="en">{title}</bdi>}</Text>
      <Text size="xs" c="dimmed" lang="en" dir="auto">
        {`${title} · ${pack} · ${rule}`}
      </Text>
      <Text size="sm" my="sm">
        {t(own ? 'ruleHours.own' : initial ? 'ruleHours.initial' : 'ruleHours.house')}
      </Text>
      {own ? (
        <Stack gap="md">
          <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="md">
            {dayNames.map((name, index) => (
              <Hours
                key={name}
                form={form}
                path={`${path}.week.${name}`}
                open={own.week[name]}
                day={index + 1}
              />
            ))}
            <Checkbox
              label={t('setting.gate.shutOnHolidays')}
              checked={own.shutOnHolidays}
              onChange={({ currentTarget: { checked } }) =>
                form.setFieldValue(`${path}.shutOnHolidays`, checked)
              }
            />
          </SimpleGrid>
          <Button variant="default" onClick={() => change(undefined)} w="fit-content">
            {t('ruleHours.leave')}
          </Button>
        </Stack>
      ) : (
        <Button variant="default" onClick={() => change(begin)}>
          {t('ruleHours.change')}
        </Button>
      )}
    </Fieldset>
  );
}

/** Rules of which each is chosen or not. */
function RuleChoice({
  form,
  name,
  rules,
}: RulesProps & { readonly name: 'rulesOn' | 'adviceOnly' }) {
  const plainOf = usePlainRules();
  if (rules.length === 0) return null;
  const chosen = form.values.gate[name];
  return (
    <Section name={name}>
      {rules.map(({ rule, title, pack }) => (
        <Checkbox
          key={rule}
          label={plainOf(rule)?.says ?? title}
          description={<bdi lang="en">{`${title} · ${pack} · ${rule}`}</bdi>}
          checked={chosen.includes(rule)}
          onChange={({ currentTarget: { checked } }) =>
            form.setFieldValue(
              `gate.${name}`,
              checked ? [...chosen, rule].sort() : chosen.filter((one) => one !== rule),
            )
          }
        />
      ))}
    </Section>
  );
}
