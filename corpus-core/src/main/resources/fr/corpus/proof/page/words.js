/* The cutting of French text into tokens, french@1, by docs/formats/tokens.md. Offsets are UTF-16 units, half-open. */

/** Words to compare with what is folded: mp3 folds to mp0. */
const words = (list) => new Set(list.split(' ').map(fold));
const ELIDED = words('l d j m t s n c z qu jusqu lorsqu puisqu quoiqu presqu quelqu tandisqu parcequ alorsqu aussitotqu desqu '
  + 'afinqu depuisqu avantqu apresqu bienqu');
const UNELIDED = words("quelqu'un quelqu'une presqu'ile presqu'iles c'est-a-dire");
const CLITICS = words('je tu il elle on nous vous ils elles ce le la les lui leur moi toi y en');
const AFTER_T = words('il elle on ils elles');
const COMPOUNDS = words('rendezvous gardeavous cheznous chezvous chezmoi chezelle chezlui cheztoi entrenous tutu suivezmoi '
  + 'soisbelle meplaittu vousetesla onditon quenditon basla');
const ABBREVIATIONS = words('etc cf mm mme mmes mlle mlles mr dr drs pp janv fevr juill sept oct nov dec chap apr av env tel '
  + 'cie ste vol vols mgr me ibid op cit loc ed eds boul arr dept suppl trad coll');
const BEFORE_NUMBER = words('p t n no nos art al fig f ch ex col ann l r d c v s i num par pl inv par ms fol liv');
const LAST_LABELS = words('fr com org net eu be ch ca info edu gov int io biz tv me re nc pf gp mq gf lu mc de it es uk us nl '
  + 'pt ma tn dz sn ci cm html htm php asp aspx jsp pdf txt xml csv json zip gz jpg jpeg png gif svg doc docx odt ods xls '
  + 'xlsx ppt mp3 mp4 exe js py java css');

const MAX_ELIDED = 10;
const MAX_PAIR = 24;
const MAX_INDENT = 16;
const MAX_HYPHENS = 16;
const MAX_PRONOUN = 8;
const MAX_ABBREVIATION = 6;
const MAX_LABEL = 5;
const MAX_SCHEME = 12;
const REPEATED_SIGNS = '.-–—_=*~#!?+…•·/\\|';

const isWordApostrophe = (sign) => sign === "'" || sign === '’' || sign === 'ʼ' || sign === '＇';
const isAddressUnit = (sign) => /^[-A-Za-z0-9._+%]$/.test(sign);
const isNarrowSpace = (sign) => sign === ' ' || sign === '\u00a0' || sign === '\u202f';
const isFlagLetter = (codePoint) => codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff;

/** Cuts one text. */
class FrenchCutter {
  constructor(text) {
    this.text = text;
    this.end = text.length;
    this.hyphens = []; // of the word at hand
    this.endsElided = false;
    this.refusedUntil = 0; // a run that is no address ends here
  }

  /** Calls accept(from, to) for each token. */
  cut(accept) {
    for (let i = 0; i < this.end; ) {
      const codePoint = this.codePoint(i);
      const kind = kindOf(codePoint);
      if (kind === SPACE || kind === FORMAT) {
        i += unitsOf(codePoint);
        continue;
      }
      this.hyphens = [];
      this.endsElided = false;
      const to = this.tokenEnd(i, codePoint, kind);
      this.cutAtPronouns(i, to, accept);
      i = to;
    }
  }

  codePoint(i) {
    return this.text.codePointAt(i);
  }

  kind(i) {
    return kindOf(this.text.codePointAt(i));
  }

  /** Kind of one UTF-16 unit, whatever stands after it. */
  unitKind(i) {
    return kindOf(this.text.charCodeAt(i));
  }

  isLetter(i) {
    return i < this.end && (this.kind(i) === LETTER || this.kind(i) === UPPER);
  }

  isUnitLetter(i) {
    return this.unitKind(i) === LETTER || this.unitKind(i) === UPPER;
  }

  isDigit(i) {
    return i < this.end && this.kind(i) === DIGIT;
  }

  isWordAt(i) {
    return i < this.end && isWordKind(this.kind(i)) && !isWordApostrophe(this.text[i]);
  }

  /** The unit in lower case, if it is an ASCII letter. */
  lower(i) {
    return this.text.charCodeAt(i) < 0x80 ? this.text[i].toLowerCase() : this.text[i];
  }

  folded(from, to) {
    return fold(this.text.slice(from, to));
  }

  /** Where the token, or the word that may yet be cut at its pronouns, ends. */
  tokenEnd(from, codePoint, kind) {
    switch (kind) {
      case LETTER:
        return this.text[from] === 'ʼ' ? from + 1 : this.wordEnd(from, from);
      case UPPER:
      case MARK:
      case NUMBER:
        return this.wordEnd(from, from);
      case DIGIT:
        return this.numberEnd(from);
      case IDEOGRAPH:
        return from + unitsOf(codePoint);
      default:
        return this.signEnd(from);
    }
  }

  // Words

  /** The end of a run of letters, digits, marks, format characters and low lines. */
  lettersEnd(from) {
    let i = from;
    while (i < this.end) {
      const codePoint = this.codePoint(i);
      const kind = kindOf(codePoint);
      const isInside = isWordKind(kind) || kind === FORMAT || this.text[i] === '_';
      if (!isInside || isWordApostrophe(this.text[i])) {
        return i;
      }
      i += unitsOf(codePoint);
    }
    return i;
  }

  /** The end of a word that starts at one place and is known up to another, over apostrophes, hyphens and other signs. */
  wordEnd(from, known) {
    let part = from; // where the part after the last hyphen starts
    let i = this.lettersEnd(known);
    while (i < this.end) {
      const sign = this.text[i];
      let next; // where the word goes on
      if (isWordApostrophe(sign)) {
        const after = this.afterApostrophe(from, part, i);
        if (after.ends !== undefined) {
          return after.ends;
        }
        next = after.goesOn;
      } else if (isHyphen(sign)) {
        next = this.afterHyphen(i + 1);
        if (next === undefined) {
          return i;
        }
        this.hyphens.push(i);
        part = next;
      } else {
        return this.joinedEnd(from, i, sign);
      }
      i = this.lettersEnd(next);
    }
    return i;
  }

  afterApostrophe(from, part, at) {
    const next = at + 1;
    if (this.isElided(from, at, next)) {
      this.hyphens = [];
      return { ends: next };
    }
    if (!this.isWordAt(next)) {
      return { ends: at };
    }
    const isElidedPronoun = at === part + 1 && 'tm'.includes(this.lower(part));
    if (this.hyphens.length > 0 && isElidedPronoun) {
      this.endsElided = true; // va-t’en
      return { ends: next };
    }
    return { goesOn: next };
  }

  isElided(from, at, next) {
    const endsInLine = this.text[at - 1] === '_' && /[A-Za-z0-9]/.test(this.text[from]);
    return at - from <= MAX_ELIDED && !endsInLine && ELIDED.has(this.folded(from, at)) && !this.isUnelided(from, next);
  }

  /** Whether the apostrophe is inside of a word that is not cut: quelqu’un, presqu’île, c’est-à-dire. */
  isUnelided(from, next) {
    const initial = this.lower(from);
    if (!this.isWordAt(next) || !'pqc'.includes(initial)) {
      return false;
    }
    let right = this.lettersEnd(next);
    if (initial === 'c' && (right === this.end || !isHyphen(this.text[right]))) {
      return false;
    }
    while ((this.text[right] === '-' || this.text[right] === '\u2011') && right - from < MAX_PAIR) {
      right = this.lettersEnd(right + 1);
    }
    return right - from <= MAX_PAIR && UNELIDED.has(this.folded(from, right));
  }

  /** Where a word goes on after a hyphen, over a line break and an indent too; undefined if it does not. */
  afterHyphen(from) {
    if (this.isWordAt(from)) {
      return from;
    }
    let i = from + (this.text[from] === '\r' ? 1 : 0);
    if (this.text[i] !== '\n') {
      return undefined;
    }
    i++;
    for (const limit = i + MAX_INDENT; i < limit && ' \t\u00a0'.includes(this.text[i] ?? 'x'); i++);
    return i < this.end && this.kind(i) === LETTER ? i : undefined;
  }

  /** The end of a word at a sign that is neither apostrophe nor hyphen: after it, if the sign joins what follows. */
  joinedEnd(from, at, sign) {
    let to = at;
    if (sign === '&') {
      const isBetweenCapitals = at + 1 < this.end && this.kind(at - 1) === UPPER && this.kind(at + 1) === UPPER;
      to = isBetweenCapitals ? this.lettersEnd(at + 1) : at;
    } else if (sign === '°') {
      to = this.isNumberSign(from, at) ? at + 1 : at;
    } else if ('.@:'.includes(sign)) {
      to = this.dottedEnd(from, at, sign);
    }
    if (to > at) {
      this.hyphens = [];
    }
    return to;
  }

  /** n° d° nos° */
  isNumberSign(from, at) {
    const initial = this.lower(from);
    return (at === from + 1 && 'nd'.includes(initial)) || (at === from + 3 && initial === 'n' && this.lower(at - 1) === 's');
  }

  // Pronouns after a verb

  cutAtPronouns(from, to, accept) {
    const hyphens = this.hyphens.slice(-MAX_HYPHENS);
    const isCompound = hyphens.length > 0 && to - from <= MAX_PAIR && COMPOUNDS.has(this.folded(from, to));
    const first = isCompound ? hyphens.length : this.firstPronoun(hyphens, to);
    let start = from;
    for (let k = first; k < hyphens.length; k++) {
      accept(start, hyphens[k]);
      start = hyphens[k];
      if (k + 1 < hyphens.length && this.isEuphony(start, hyphens[k + 1])) {
        k++;
      }
    }
    accept(start, to);
  }

  /** The hyphen from which on all parts are pronouns. */
  firstPronoun(hyphens, to) {
    let first = this.endsElided ? hyphens.length - 1 : hyphens.length;
    let partEnd = this.endsElided ? hyphens[first] : to;
    let follower = '';
    for (; first > 0; first--) {
      const hyphen = hyphens[first - 1];
      // All pronouns end in an ASCII letter; là, which folds like la, does not.
      const isPossible = partEnd - hyphen <= MAX_PRONOUN && this.text.charCodeAt(partEnd - 1) < 0x80;
      const pronoun = isPossible ? this.folded(hyphen, partEnd) : '';
      if (!(this.isEuphony(hyphen, partEnd) ? AFTER_T.has(follower) : CLITICS.has(pronoun))) {
        return first;
      }
      follower = pronoun;
      partEnd = hyphen;
    }
    return first;
  }

  /** -t- */
  isEuphony(hyphen, partEnd) {
    return partEnd === hyphen + 2 && this.lower(hyphen + 1) === 't';
  }

  // Numbers

  digitsEnd(from) {
    let i = from;
    while (this.isDigit(i)) {
      i += unitsOf(this.codePoint(i));
    }
    return i;
  }

  numberEnd(from) {
    let i = this.digitsEnd(from);
    let isGrouped = i - from <= 3;
    while (i < this.end) {
      const sign = this.text[i];
      if (',./:'.includes(sign)) {
        if (!this.isDigit(i + 1)) {
          return i;
        }
        isGrouped = false;
        i = this.digitsEnd(i + 1);
      } else if (' \u00a0\u202f\u2009'.includes(sign)) {
        const isGroup = isGrouped && this.isDigit(i + 1) && this.digitsEnd(i + 1) === i + 4 && !this.isLetter(i + 4);
        if (!isGroup) {
          return i;
        }
        i += 4;
      } else if (sign === '°') {
        return this.isLetter(i + 1) ? i : i + 1;
      } else {
        return this.isWordAt(i) ? this.wordEnd(from, i) : i;
      }
    }
    return i;
  }

  // Signs

  /** The end of a run of one same sign, of an emoji with its modifiers, or of one character. */
  signEnd(from) {
    const sign = this.text[from];
    let i = from + 1;
    if (REPEATED_SIGNS.includes(sign)) {
      while (this.text[i] === sign) {
        i++;
      }
      return i;
    }
    if (sign === '°') {
      const isDegree = i < this.end && 'CFK'.includes(this.text[i]) && !this.isLetter(i + 1);
      return isDegree ? i + 1 : i;
    }
    const codePoint = this.codePoint(from);
    i = from + unitsOf(codePoint);
    return codePoint < 0x2000 ? i : this.emojiEnd(i, isFlagLetter(codePoint));
  }

  /** Takes in marks, skin tones, joined symbols, and the second letter of a flag. */
  emojiEnd(from, isFlag) {
    let flag = isFlag;
    let i = from;
    while (i < this.end) {
      const codePoint = this.codePoint(i);
      let next = i + unitsOf(codePoint);
      if (codePoint === 0x200d && next < this.end) {
        const joined = this.codePoint(next);
        if (kindOf(joined) !== SYMBOL) {
          return i;
        }
        next += unitsOf(joined);
      } else if (flag && isFlagLetter(codePoint)) {
        flag = false;
      } else if (kindOf(codePoint) !== MARK && !(codePoint >= 0x1f3fb && codePoint <= 0x1f3ff)) {
        return i;
      }
      i = next;
    }
    return i;
  }

  // Words with full stops, at signs and colons: acronyms, abbreviations, host names, URLs, e-mail addresses

  dottedEnd(from, at, sign) {
    return sign === ':' ? this.schemeEnd(from, at) : sign === '@' ? this.addressEnd(from, at) : this.stopEnd(from, at);
  }

  schemeEnd(from, at) {
    const isScheme = at + 3 < this.end && this.text.startsWith('//', at + 1) && /^[A-Za-z]{1,12}$/.test(this.text.slice(from, at));
    const to = isScheme ? this.urlEnd(at + 3) : at;
    return isScheme && to > at + 3 ? to : at;
  }

  stopEnd(from, at) {
    const next = at + 1;
    if (at === from + 1 && this.isUnitLetter(from)) {
      const to = this.acronymEnd(at);
      if (to > next) {
        return to;
      }
    }
    if (next < this.end && (this.isUnitLetter(next) || /^[0-9]$/.test(this.text[next]))) {
      return this.addressEnd(from, at);
    }
    if (at - from > MAX_ABBREVIATION || this.text[next] === '.') {
      return at;
    }
    if (at === from + 1 && this.unitKind(from) === UPPER) {
      // M. de Rênal: Monsieur is the one title of one letter that lower case follows.
      const isTitle = this.text[from] === 'M' && next + 1 < this.end && isNarrowSpace(this.text[next]) && this.text[next + 1] > ' ';
      return isTitle || this.isInitial(next) ? next : at;
    }
    const folded = this.folded(from, at);
    return ABBREVIATIONS.has(folded) || (BEFORE_NUMBER.has(folded) && this.isBeforeNumber(next)) ? next : at;
  }

  /** S.A.R.L. and J.-C. from the first stop on: the end, or no more than the stop when a single letter has one. */
  acronymEnd(at) {
    let i = at + 1;
    for (let count = 1; i < this.end; count++) {
      const letter = this.text[i] === '-' ? i + 1 : i;
      if (letter >= this.end || !this.isUnitLetter(letter)) {
        break;
      }
      if (this.text[letter + 1] !== '.') {
        const isLast = count >= 2 && letter === i && (letter + 1 === this.end || !this.isUnitLetter(letter + 1));
        return isLast ? letter + 1 : i;
      }
      i = letter + 2;
    }
    return i;
  }

  /** After a single capital and its stop: a space, then a capital or a digit. */
  isInitial(i) {
    return i + 1 < this.end && isNarrowSpace(this.text[i]) && (this.unitKind(i + 1) === UPPER || this.unitKind(i + 1) === DIGIT);
  }

  /** A digit, or a capital with a stop, or a Roman number; perhaps after a space. */
  isBeforeNumber(i) {
    const next = i < this.end && isNarrowSpace(this.text[i]) ? i + 1 : i;
    if (next >= this.end) {
      return false;
    }
    const kind = this.unitKind(next);
    return kind === DIGIT || (kind === UPPER && next + 1 < this.end && (this.text[next + 1] === '.' || this.isRoman(next)));
  }

  isRoman(from) {
    let i = from;
    while (i < this.end && 'IVXLCDM'.includes(this.text[i])) {
      i++;
    }
    return i > from && (i === this.end || !this.isUnitLetter(i));
  }

  /** A host name, file name or e-mail address around a stop or at sign: its end, or the sign if it is none. */
  addressEnd(from, at) {
    if (at < this.refusedUntil || ![...this.text.slice(from, at)].every(isAddressUnit)) {
      return at;
    }
    let sign = -1; // the at sign
    let label = from; // where the last label starts
    let i = at;
    for (; i < this.end && (isAddressUnit(this.text[i]) || (this.text[i] === '@' && sign < 0)); i++) {
      sign = this.text[i] === '@' ? i : sign;
      label = '.@'.includes(this.text[i]) ? i + 1 : label;
    }
    const stop = i;
    for (; i > at && !/^[A-Za-z0-9]$/.test(this.text[i - 1]); i--) {
      label = '.@'.includes(this.text[i - 1]) ? this.labelBefore(i - 1, at) : label;
    }
    const isMail = sign > from && label > sign + 1 && i > label;
    const isHost = sign < 0 && i > label && i - label <= MAX_LABEL && label > at && LAST_LABELS.has(this.folded(label, i));
    if (!isMail && !isHost) {
      this.refusedUntil = stop;
      return at;
    }
    return isHost && i === stop && i < this.end && '/?#:'.includes(this.text[i]) ? Math.max(i, this.urlEnd(i)) : i;
  }

  labelBefore(dot, at) {
    let i = dot;
    while (i > at && this.text[i - 1] !== '.' && this.text[i - 1] !== '@') {
      i--;
    }
    return i;
  }

  /** The end of a URL: before white space, a bracket or a quotation mark, without the punctuation of the sentence. */
  urlEnd(from) {
    let i = from;
    let open = 0;
    const bracket = (sign) => (sign === '(' ? 1 : sign === ')' ? -1 : 0);
    while (i < this.end && this.isUrlUnit(i)) {
      open += bracket(this.text[i++]);
    }
    while (i > from && (".,;:!?'’…*_]".includes(this.text[i - 1]) || (this.text[i - 1] === ')' && open < 0))) {
      open -= bracket(this.text[--i]);
    }
    return i;
  }

  isUrlUnit(i) {
    return this.text[i] > ' ' && !'<>"«»“”{}|\\^`'.includes(this.text[i]) && this.unitKind(i) !== SPACE;
  }
}
