/* Sentences in French and English: those of the command, by the same names, and those of this page. */

const SENTENCES = JSON.parse(tableOf('sentences'));
let language = 'fr';

/** A sentence of the page. */
const say = (key, ...args) => tell('proof.page.' + key, ...args);

/** A sentence by its full name. Arguments are texts, numbers, or sentences in turn. */
function tell(key, ...args) {
  const pattern = SENTENCES[language][key] ?? key;
  return pattern.replace(/\{(\d+)(?:,number,(integer|#)|,choice,([^{}]*))?\}/g, (_, index, style, choice) => {
    const value = args[index];
    if (choice !== undefined) {
      return chosen(choice, value);
    }
    if (typeof value === 'object') {
      return tell(value.key, ...value.args);
    }
    return style === '#' ? String(value) : typeof value === 'number' ? number(value) : value;
  });
}

/** The last of “0#none|1#one|1<many” whose limit the number reaches. */
function chosen(choice, value) {
  const reached = choice.split('|').map((part) => /^([\d.]+)([#<≤])(.*)$/su.exec(part))
    .filter(([, limit, sign]) => (sign === '<' ? value > Number(limit) : value >= Number(limit)));
  return reached[reached.length - 1]?.[3] ?? '';
}

const number = (value) => new Intl.NumberFormat(language).format(value);

/** A moment in UTC, given in milliseconds since 1970. */
function moment(millis) {
  const date = new Date(millis);
  if (Number.isNaN(date.getTime())) {
    return say('time-unknown');
  }
  const format = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'long', timeStyle: 'medium', timeZone: 'UTC' });
  return `${format.format(date)} (UTC)`;
}
