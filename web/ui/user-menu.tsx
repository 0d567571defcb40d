import {
  Popover,
  SegmentedControl,
  Stack,
  Text,
  UnstyledButton,
  useDirection,
  useMantineColorScheme,
} from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe, useSignOut } from './client/me.ts';
import { KeysIcon, OutIcon, PersonIcon } from './icons.tsx';
import { KeyHint } from './keys/keys.tsx';
import classes from './shell.module.css';
import { changeLanguage, directionOf, isLanguage, languages, useWords } from './words.ts';

/** The first letters of a name's first and last words. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : ''];
  return letters
    .map((word) => word?.[0] ?? '')
    .join('')
    .toLocaleUpperCase();
}

/** Who is signed in, how the screens look to them, and the way out. */
export function UserMenu({ onKeys }: { readonly onKeys: () => void }) {
  const { t } = useWords();
  const { user, roles } = useMe();
  const signOut = useSignOut();
  const names = new Set(roles.map(({ role }) => t([`ui:role.${role}`, role])));
  const [opened, setOpened] = useState(false);
  const openKeys = () => {
    setOpened(false);
    onKeys();
  };
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width="17rem"
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <UnstyledButton
          className={classes.user}
          aria-label={`${initials(user.name)}, ${t('ui:user.menu', { name: user.name })}`}
          onClick={() => setOpened(!opened)}
        >
          {initials(user.name)}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('ui:user.menu', { name: user.name })}>
        <div className={classes.userPart}>
          <Text fw={600}>{user.name}</Text>
          <Text size="xs" c="dimmed">
            {user.email}
          </Text>
          <Text size="xs" c="dimmed">
            {[...names].join(' · ')}
          </Text>
        </div>
        <Stack gap="xs" className={classes.userPart}>
          <LanguageChoice />
          <SchemeChoice />
        </Stack>
        <div className={classes.userPart}>
          <UnstyledButton className={classes.userLine} onClick={openKeys}>
            <KeysIcon />
            <span>{t('ui:keys.title')}</span>
            <KeyHint shortcut="?" />
          </UnstyledButton>
          <UnstyledButton component="a" href="/account" className={classes.userLine}>
            <PersonIcon />
            <span>{t('ui:user.account')}</span>
          </UnstyledButton>
          <UnstyledButton className={classes.userLine} onClick={signOut}>
            <OutIcon />
            <span>{t('ui:user.signOut')}</span>
          </UnstyledButton>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

/** The switch between the languages of the screens, each written in itself. */
export function LanguageChoice() {
  const { t, language } = useWords();
  const { i18n: words } = useTranslation();
  const { setDirection } = useDirection();
  const choose = async (value: string) => {
    if (!isLanguage(value)) return;
    await changeLanguage(words, value);
    setDirection(directionOf(value));
  };
  return (
    <SegmentedControl
      size="xs"
      fullWidth
      aria-label={t('ui:user.language')}
      value={language}
      onChange={choose}
      data={Object.entries(languages).map(([value, name]) => ({
        value,
        label: <span lang={value}>{name}</span>,
      }))}
    />
  );
}

function SchemeChoice() {
  const { t } = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const choices = ['light', 'dark', 'auto'] as const;
  return (
    <SegmentedControl
      size="xs"
      fullWidth
      aria-label={t('ui:user.scheme')}
      value={colorScheme}
      onChange={(value) => setColorScheme(choices.find((choice) => choice === value) ?? 'auto')}
      data={choices.map((value) => ({ value, label: t(`ui:user.${value}`) }))}
    />
  );
}
