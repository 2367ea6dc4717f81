// Texts of the work on a case: tasks, comments, people.
import { four } from '../../i18n/four.ts';
import type { TextTable } from '../../i18n/texts.tsx';

export const workTexts = {
  tasks: four('Тапшырмалар', 'Задачи', 'Тапсырмалар', 'Tasks'),
  noTasks: four('Ачык тапшырма жок.', 'Открытых задач нет.', 'Ашық тапсырма жоқ.', 'No open tasks.'),
  newTask: four('Жаңы тапшырма', 'Новая задача', 'Жаңа тапсырма', 'New task'),
  taskText: four('Эмне кылуу керек', 'Что сделать', 'Не істеу керек', 'What to do'),
  assignee: four('Кимге', 'Кому', 'Кімге', 'For whom'),
  anybody: four('Каалаган кызматкерге', 'Любому сотруднику', 'Кез келген қызметкерге', 'Anybody'),
  due: four('Качанга чейин', 'До какого времени', 'Қашанға дейін', 'By when'),
  urgent: four('Шашылыш', 'Срочно', 'Шұғыл', 'Urgent'),
  add: four('Кошуу', 'Добавить', 'Қосу', 'Add'),
  done: four('Аткарылды', 'Выполнено', 'Орындалды', 'Done'),
  markDone: four('«{text}»: аткарылды', '«{text}»: выполнено', '«{text}»: орындалды', '“{text}”: done'),
  comments: four(
    'Комментарийлер жана билдирүүлөр',
    'Комментарии и сообщения',
    'Пікірлер мен хабарлар',
    'Comments and messages',
  ),
  noComments: four(
    'Азырынча эч ким жаза элек.',
    'Пока никто не написал.',
    'Әзірге ешкім жазбаған.',
    'Nobody has written yet.',
  ),
  write: four('Текст', 'Текст', 'Мәтін', 'Text'),
  mention: four('Кимди чакыруу', 'Кого упомянуть', 'Кімді атау', 'Mention'),
  shared: four(
    'Экинчи тарапка билдирүү (кайтарылбайт)',
    'Сообщение другой стороне (отменить нельзя)',
    'Екінші тарапқа хабар (қайтарылмайды)',
    'Message to the other side (cannot be taken back)',
  ),
  send: four('Жөнөтүү', 'Отправить', 'Жіберу', 'Send'),
  own: four('биз гана көрөбүз', 'видим только мы', 'тек біз көреміз', 'us only'),
  both: four('эки тарап тең көрөт', 'видят обе стороны', 'екі тарап та көреді', 'both sides'),
  otherSide: four('Экинчи тарап', 'Другая сторона', 'Екінші тарап', 'The other side'),
  team: four('Ишти жүргүзгөндөр', 'Исполнители', 'Іс жүргізушілер', 'People on the case'),
  nobody: four(
    'Эч ким дайындала элек.',
    'Никто не назначен.',
    'Ешкім тағайындалмаған.',
    'Nobody is assigned.',
  ),
  assign: four('Дайындоо', 'Назначить', 'Тағайындау', 'Assign'),
  unassign: four('{name}: алып салуу', 'Снять: {name}', '{name}: алып тастау', 'Remove {name}'),
  since: four('{at} бери', 'с {at}', '{at} бері', 'since {at}'),
} satisfies TextTable;
