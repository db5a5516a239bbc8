import { useI18n } from '../i18n/i18n-context.tsx';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/icon.tsx';
import { usePreferences } from './preferences.tsx';
import styles from './preference-switches.module.css';

/** Language, theme, and the way to the keys. */
export function PreferenceSwitches({ onHelp }: { readonly onHelp: () => void }) {
  const { t } = useI18n();
  const { theme, lang, setTheme, setLang } = usePreferences();
  const other = theme === 'dark' ? 'light' : 'dark';
  const toOther = theme === 'dark' ? t.nav.toLight : t.nav.toDark;
  return (
    <div className={cx(styles.switches)}>
      <Button
        kind="quiet"
        onPress={() => setLang(lang === 'en' ? 'fr' : 'en')}
        hint={t.shortcuts.does['everywhere.language']}
        shortcut="everywhere.language"
      >
        <span lang={lang === 'en' ? 'fr' : 'en'}>{lang === 'en' ? 'Français' : 'English'}</span>
      </Button>
      <Button
        kind="quiet"
        label={toOther}
        hint={toOther}
        shortcut="everywhere.theme"
        onPress={() => setTheme(other)}
      >
        <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
      </Button>
      <Button
        kind="quiet"
        label={t.shortcuts.title}
        hint={t.shortcuts.title}
        shortcut="everywhere.help"
        onPress={onHelp}
      >
        <Icon name="keyboard" />
      </Button>
    </div>
  );
}
