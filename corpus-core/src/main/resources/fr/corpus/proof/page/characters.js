/* Kinds of characters and folding, by docs/formats/token-hash.md: from the tables of this page, not from the browser's Unicode. */

const [OTHER, LETTER, UPPER, IDEOGRAPH, MARK, DIGIT, NUMBER, FORMAT, PUNCTUATION, SYMBOL, SPACE] = Array(11).keys();
const KIND_CODES = 'XLUHMDNFPSW';

/** The lines of a table that are not comments, cut at tabs. */
const tableRows = (text) =>
  text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'));

/** One byte for each code point. In a row of code A upper and lower case take turns, upper case first. */
function readKinds(table) {
  const kinds = new Uint8Array(0x110000);
  for (const [first, last, code] of tableRows(table)) {
    const [from, to] = [parseInt(first, 16), parseInt(last, 16)];
    for (let c = from; c <= to; c++) {
      kinds[c] = code === 'A' ? ((c - from) % 2 === 0 ? UPPER : LETTER) : KIND_CODES.indexOf(code);
    }
  }
  return kinds;
}

/** What letters become that do not stay as they are. */
function readFolding(table) {
  const folding = new Map();
  for (const [first, to, run] of tableRows(table)) {
    const from = parseInt(first, 16);
    if (run === undefined) {
      folding.set(from, to);
      continue;
    }
    const [count, step, targetStep] = run.split(':').map(Number);
    for (let k = 0; k < count; k++) {
      folding.set(from + k * step, String.fromCodePoint(parseInt(to, 16) + k * targetStep));
    }
  }
  return folding;
}

const tableOf = (id) => document.getElementById(id).textContent;
const KINDS = readKinds(tableOf('characters'));
const FOLDING = readFolding(tableOf('folding'));

const kindOf = (codePoint) => KINDS[codePoint];

/** The code point at an index before the end; half of a surrogate pair stands for itself. */
function codePointAt(text, index, end) {
  const codePoint = text.codePointAt(index);
  return codePoint > 0xffff && index + 1 >= end ? text.charCodeAt(index) : codePoint;
}

const unitsOf = (codePoint) => (codePoint > 0xffff ? 2 : 1);

const isLetterOrIdeograph = (kind) => kind === LETTER || kind === IDEOGRAPH;
const isWordKind = (kind) => kind >= LETTER && kind <= NUMBER && kind !== IDEOGRAPH;
const isFoldedApostrophe = (sign) => "'’ʼ‘′`´‛＇".includes(sign);
const isHyphen = (sign) => sign === '-' || sign === '\u2010' || sign === '\u2011';

/** Folds one word. Each method of this class takes the next character. */
class Folder {
  constructor(text) {
    this.text = text;
    this.kept = '';
    this.pending = '';
    this.inNumber = false;
    this.cut = 'none'; // a hyphen directly before ('hyphen'), and then a line break ('broken')
  }

  fold() {
    for (let i = 0; i < this.text.length; ) {
      if (this.inNumber && isNumberSeparator(this.text, i)) {
        i++;
        continue;
      }
      const codePoint = codePointAt(this.text, i, this.text.length);
      i += unitsOf(codePoint);
      this.take(String.fromCodePoint(codePoint), kindOf(codePoint));
    }
    return this.kept;
  }

  take(sign, kind) {
    switch (kind) {
      case MARK:
        return;
      case FORMAT:
        if (sign === '\u00ad' && !this.inNumber) {
          this.hyphen();
        }
        return;
      case DIGIT:
      case NUMBER:
        if (!this.inNumber) {
          this.keep('0');
          this.inNumber = true;
        }
        return;
      case LETTER:
      case UPPER:
      case IDEOGRAPH:
        this.inNumber = false;
        if (sign === 'ʼ') {
          this.apostrophe();
        } else {
          this.keep(FOLDING.get(sign.codePointAt(0)) ?? sign);
        }
        return;
      default:
        this.takeSign(sign, kind);
    }
  }

  takeSign(sign, kind) {
    const afterNumber = this.inNumber;
    this.inNumber = false;
    const isBreak = sign === '\n' || sign === '\r' || (this.cut === 'broken' && kind === SPACE);
    if (isFoldedApostrophe(sign)) {
      this.apostrophe();
    } else if (afterNumber) {
      this.pending = ' ';
    } else if (isHyphen(sign)) {
      this.hyphen();
    } else if (this.cut !== 'none' && isBreak) {
      this.cut = 'broken';
    } else {
      this.cut = 'none';
      this.pending = sign === '.' ? this.pending : ' ';
    }
  }

  hyphen() {
    this.cut = this.pending === '' && this.kept !== '' ? 'hyphen' : 'none';
  }

  apostrophe() {
    this.pending = this.pending || "'";
    this.cut = 'none';
  }

  keep(letters) {
    this.kept += (this.kept === '' ? '' : this.pending) + letters;
    this.pending = '';
    this.cut = 'none';
  }
}

const isDigitAt = (text, i) => i < text.length && kindOf(text.codePointAt(i)) === DIGIT;

/** A sign between two digits, or a space before exactly three. */
function isNumberSeparator(text, i) {
  if ('.,/:\u066b\u066c'.includes(text[i])) {
    return isDigitAt(text, i + 1);
  }
  return ' \u00a0\u202f\u2009'.includes(text[i])
    && isDigitAt(text, i + 1) && isDigitAt(text, i + 2) && isDigitAt(text, i + 3) && !isDigitAt(text, i + 4);
}

const fold = (word) => new Folder(word).fold();
