// Words for the traces of extradition cases.
import { four } from '../../../i18n/four.ts';

export const caseEvents = {
  'case.opened': four('Иш ачылды', 'Открыто дело', 'Іс ашылды', 'Case opened'),
  'case.hit-linked': four(
    'Дал келүү ишке байланды',
    'Совпадение связано с делом',
    'Сәйкестік іске байланыстырылды',
    'Hit linked to a case',
  ),
  'case.changed': four('Иш өзгөртүлдү', 'Изменено дело', 'Іс өзгертілді', 'Case changed'),
  'case.step': four(
    'Иш боюнча кадам жасалды',
    'Шаг по делу',
    'Іс бойынша қадам жасалды',
    'Step taken in a case',
  ),
  'case.agreed': four(
    'Экинчи адам макулдук берди',
    'Получено согласие второго лица',
    'Екінші адам келісім берді',
    'Second person agreed',
  ),
  'case.custody': four(
    'Камакта кармоо өзгөрдү',
    'Изменено содержание под стражей',
    'Қамауда ұстау өзгерді',
    'Custody changed',
  ),
  'case.death-confirmed': four(
    'Адамдын өлүмү ырасталды',
    'Подтверждена смерть лица',
    'Адамның өлімі расталды',
    'Death confirmed',
  ),
  'case.grounds-answered': four(
    'Баш тартуу негиздерине жооп берилди',
    'Дан ответ по основаниям отказа',
    'Бас тарту негіздеріне жауап берілді',
    'Grounds of refusal answered',
  ),
  'case.matter': four(
    'Ишке байланыштуу маселе жазылды',
    'Записан вопрос по делу',
    'Іске қатысты мәселе жазылды',
    'Matter of a case recorded',
  ),
  'case.deadline-moved': four('Мөөнөт жылдырылды', 'Срок перенесён', 'Мерзім жылжытылды', 'Deadline moved'),
  'case.warned': four(
    'Мөөнөт жөнүндө эскертилди',
    'Предупреждение о сроке',
    'Мерзім туралы ескертілді',
    'Warned of a deadline',
  ),
  'case.commented': four(
    'Ишке пикир жазылды',
    'Комментарий к делу',
    'Іске пікір жазылды',
    'Comment on a case',
  ),
  'case.assigned': four(
    'Ишке кызматкер дайындалды',
    'Назначен ответственный за дело',
    'Іске жауапты тағайындалды',
    'Officer of a case assigned',
  ),
  'case.task': four(
    'Иштин тапшырмасы өзгөрдү',
    'Изменена задача по делу',
    'Іс тапсырмасы өзгерді',
    'Task of a case changed',
  ),
  'case.competing-decided': four(
    'Атаандаш суроолор боюнча чечим алынды',
    'Решено по конкурирующим запросам',
    'Бәсекелес сұраулар бойынша шешім қабылданды',
    'Competing requests decided',
  ),
  'case.competing-released': four(
    'Атаандаш суроолор ажыратылды',
    'Конкурирующие запросы разведены',
    'Бәсекелес сұраулар ажыратылды',
    'Competing requests released',
  ),
  'case.viewed': four('Иш көрүлдү', 'Просмотрено дело', 'Іс қаралды', 'Case viewed'),
  'case.listed': four(
    'Иштердин тизмеси көрүлдү',
    'Просмотрен список дел',
    'Істер тізімі қаралды',
    'Cases listed',
  ),
  'case.searched': four('Иштер изделди', 'Поиск по делам', 'Істер ізделді', 'Cases searched'),
  'case.calendar-feed': four(
    'Мөөнөттөр календарынын дареги өзгөрдү',
    'Изменён адрес календаря сроков',
    'Мерзімдер күнтізбесінің мекенжайы өзгерді',
    'Address of the deadline calendar changed',
  ),
  'case.calendar-read': four(
    'Мөөнөттөр календары окулду',
    'Прочитан календарь сроков',
    'Мерзімдер күнтізбесі оқылды',
    'Deadline calendar read',
  ),
};
