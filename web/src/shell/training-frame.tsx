// The red frame of training mode, with the word: on every screen and every printed page.
import { four } from '../i18n/four.ts';
import { type TextTable, useTexts } from '../i18n/texts.tsx';
import styles from './training-frame.module.css';

const texts = {
  training: four('ОКУУ РЕЖИМИ', 'УЧЕБНЫЙ РЕЖИМ', 'ОҚУ РЕЖИМІ', 'TRAINING'),
} satisfies TextTable;

export function TrainingFrame() {
  const t = useTexts(texts);
  return (
    <div className={styles['frame']}>
      <strong className={styles['word']}>{t('training')}</strong>
    </div>
  );
}
