// The roles of people, as they call them.
import { four } from './four.ts';
import type { TextTable } from './texts.tsx';

export const roleWords = {
  INV: four('Тергөөчү', 'Следователь', 'Тергеуші', 'Investigator'),
  BO1: four(
    'Чек арачы, биринчи линия',
    'Пограничник, первая линия',
    'Шекарашы, бірінші желі',
    'Border officer, first line',
  ),
  BO2: four(
    'Чек арачы, экинчи линия',
    'Пограничник, вторая линия',
    'Шекарашы, екінші желі',
    'Border officer, second line',
  ),
  CO: four(
    'Борбордук органдын кызматкери',
    'Сотрудник центрального органа',
    'Орталық орган қызметкері',
    'Case officer',
  ),
  PRO: four('Прокурор', 'Прокурор', 'Прокурор', 'Prosecutor'),
  NAD: four('Улуттук администратор', 'Национальный администратор', 'Ұлттық әкімші', 'National admin'),
  SAD: four('Системалык администратор', 'Системный администратор', 'Жүйелік әкімші', 'System admin'),
  AUD: four('Аудитор', 'Аудитор', 'Аудитор', 'Auditor'),
  DPO: four(
    'Маалыматты коргоо кызматкери',
    'Ответственный за защиту данных',
    'Деректерді қорғау қызметкері',
    'Data-protection officer',
  ),
  LIA: four('Байланыш офицери', 'Офицер связи', 'Байланыс офицері', 'Liaison officer'),
  SVC: four('Кызматтык эсеп', 'Служебная запись', 'Қызметтік жазба', 'Service account'),
} satisfies TextTable;
