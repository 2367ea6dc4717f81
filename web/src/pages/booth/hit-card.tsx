// The officer card of a hit: what to do, in the officer's words, and who the record is. Nothing else of the record is here.
import { IconAlertTriangle, IconIdBadge2, IconMapPin, IconUsers } from '@tabler/icons-react';
import type { CheckAnswer } from '../../api/types.ts';
import { PersonName } from '../../components/person-name.tsx';
import { useCountryName } from '../../components/use-country-name.ts';
import { dangerWords } from '../../i18n/alert-words.ts';
import { sexWords } from '../../i18n/person-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { useShownDate } from '../../i18n/use-shown-date.ts';
import styles from './verdict.module.css';
import { verdictTexts } from './verdict-texts.ts';

type Card = NonNullable<CheckAnswer['card']>;

/** Before everything else: what can hurt the officer, or the person. */
export function DangerStrip({ flags }: { flags: Card['dangerFlags'] }) {
  const t = useTexts(verdictTexts);
  const danger = useTexts(dangerWords);
  if (flags.length === 0) return null;
  return (
    <section className={styles['danger']} aria-label={t('danger')}>
      {flags.map((flag) => (
        <span key={flag} className={styles['dangerFlag']}>
          <IconAlertTriangle size="1.2em" stroke={2.5} aria-hidden />
          {danger(flag).toLocaleUpperCase()}
        </span>
      ))}
    </section>
  );
}

/** How a zone writes a name is for machines; it is shown where there is nothing else. */
const readable = (names: readonly string[]): readonly string[] => {
  const written = names.filter((name) => !name.includes('<'));
  return written.length > 0 ? written : names;
};

export function HitCard({ card }: { card: Card }) {
  const date = useShownDate();
  const t = useTexts(verdictTexts);
  const sex = useTexts(sexWords);
  const country = useCountryName();
  const { person } = card;
  const notes = [
    { on: card.nameDiffers, text: t('nameDiffers'), Mark: IconIdBadge2 },
    { on: card.isLocated, text: t('isLocated'), Mark: IconMapPin },
    { on: card.mustRefer, text: t('mustRefer'), Mark: IconUsers },
  ].filter(({ on }) => on);
  return (
    <section className={styles['sheet']} aria-label={t('instructions')}>
      {card.actions.map(({ code, text }) => (
        <p key={code} className={styles['instruction']}>
          {text}
        </p>
      ))}
      <p className={styles['warning']}>{card.warning}</p>
      {notes.map(({ text, Mark }) => (
        <p key={text} className={styles['note']}>
          <Mark size={22} aria-hidden />
          {text}
        </p>
      ))}
      <ul className={styles['names']} aria-label={t('record')}>
        {readable(person.names).map((full) => (
          <li key={full}>
            <PersonName name={{ full }} fw={650} />
          </li>
        ))}
      </ul>
      <dl className={styles['facts']}>
        <dt>{t('born')}</dt>
        <dd>{person.births.map(date).join(', ') || '–'}</dd>
        <dt>{t('sex')}</dt>
        <dd>{sex(person.sex)}</dd>
        <dt>{t('nationalities')}</dt>
        <dd>{person.nationalities.map(country).join(', ') || '–'}</dd>
      </dl>
    </section>
  );
}
