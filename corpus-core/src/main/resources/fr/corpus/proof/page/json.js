/* Canonical JSON (RFC 8785), and of it only what the formats here use: objects, arrays, texts and whole numbers from 0 to 2^53.
   A reader of the one spelling needs no writer to compare with: what it accepts has no other spelling. */

const MAX_DEPTH = 64;
const MAX_NUMBER = 2 ** 53;
const ESCAPES = { '"': '"', '\\': '\\', b: '\b', t: '\t', n: '\n', f: '\f', r: '\r' };

class NotCanonical extends Error {}

class CanonicalReader {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  /** The whole text as one value: Map, array, string or number. */
  all() {
    const value = this.value(0);
    this.require(this.at === this.text.length);
    return value;
  }

  require(holds) {
    if (!holds) {
      throw new NotCanonical(`at UTF-16 unit ${this.at}`);
    }
  }

  skip(sign) {
    const found = this.text[this.at] === sign;
    this.at += found ? 1 : 0;
    return found;
  }

  value(depth) {
    this.require(depth < MAX_DEPTH);
    switch (this.text[this.at]) {
      case '{':
        return this.object(depth);
      case '[':
        return this.array(depth);
      case '"':
        return this.string();
      default:
        return this.number();
    }
  }

  /** Keys ascend by their UTF-16 units, so that none comes twice. */
  object(depth) {
    const fields = new Map();
    this.at++;
    for (let last; !this.skip('}'); ) {
      this.require(last === undefined || this.skip(','));
      const key = this.string();
      this.require(last === undefined || last < key);
      this.require(this.skip(':'));
      fields.set(key, this.value(depth + 1));
      last = key;
    }
    return fields;
  }

  array(depth) {
    const items = [];
    this.at++;
    while (!this.skip(']')) {
      this.require(items.length === 0 || this.skip(','));
      items.push(this.value(depth + 1));
    }
    return items;
  }

  number() {
    const digits = /(0|[1-9][0-9]*)(?![0-9.eE])/y;
    digits.lastIndex = this.at;
    const found = digits.exec(this.text);
    this.require(found !== null && found[0].length <= 16 && BigInt(found[0]) <= BigInt(MAX_NUMBER));
    this.at = digits.lastIndex;
    return Number(found[0]);
  }

  string() {
    this.require(this.skip('"'));
    let read = '';
    for (let from = this.at; ; ) {
      const sign = this.text[this.at];
      this.require(sign !== undefined && sign >= ' ');
      if (sign !== '"' && sign !== '\\') {
        this.at++;
        continue;
      }
      read += this.text.slice(from, this.at++);
      if (sign === '"') {
        return read;
      }
      read += this.escaped();
      from = this.at;
    }
  }

  /** What stands after a backslash: a letter, or u and four digits of a control character that has no letter. */
  escaped() {
    const sign = this.text[this.at++];
    if (Object.hasOwn(ESCAPES, sign)) {
      return ESCAPES[sign];
    }
    const digits = this.text.slice(this.at, this.at + 4);
    this.at += 4;
    this.require(sign === 'u' && /^00[01][0-9a-f]$/.test(digits) && !/^00(08|09|0a|0c|0d)$/.test(digits));
    return String.fromCharCode(parseInt(digits, 16));
  }
}

/** The value that bytes stand for; undefined unless they are its canonical JSON. */
function canonicalValue(bytes) {
  const text = textOf(bytes);
  if (text === undefined) {
    return undefined;
  }
  try {
    return new CanonicalReader(text).all();
  } catch (e) {
    if (e instanceof NotCanonical) {
      return undefined;
    }
    throw e;
  }
}

/** Whether a read value is equal to one made of plain objects, arrays, strings and numbers. */
function sameValue(read, made) {
  if (read instanceof Map) {
    const isObject = made !== null && typeof made === 'object' && !Array.isArray(made);
    return isObject && Object.keys(made).length === read.size
      && [...read].every(([key, value]) => Object.hasOwn(made, key) && sameValue(value, made[key]));
  }
  if (Array.isArray(read)) {
    return Array.isArray(made) && read.length === made.length && read.every((item, i) => sameValue(item, made[i]));
  }
  return read === made;
}

/** One object, each field asked for by name and kind; what nobody asked for is refused at the end. */
class Fields {
  constructor(value, refuse) {
    this.refuse = refuse;
    if (!(value instanceof Map)) {
      throw refuse('object');
    }
    this.fields = value;
    this.unread = new Set(value.keys());
  }

  has(name) {
    return this.fields.has(name);
  }

  names() {
    return [...this.fields.keys()];
  }

  /** The field, if it is right. */
  take(name, isRight) {
    const value = this.fields.get(name);
    this.unread.delete(name);
    if (value === undefined || !isRight(value)) {
      throw this.refuse(name);
    }
    return value;
  }

  text(name, isRight = () => true) {
    return this.take(name, (value) => typeof value === 'string' && isRight(value));
  }

  number(name, max) {
    return this.take(name, (value) => typeof value === 'number' && value <= max);
  }

  list(name) {
    return this.take(name, Array.isArray);
  }

  texts(name) {
    return this.take(name, (list) => Array.isArray(list) && list.every((item) => typeof item === 'string'));
  }

  /** The digits of a digest, lower case. */
  digest(name) {
    return this.text(name, isDigestHex);
  }

  object(name) {
    return new Fields(this.take(name, (value) => value instanceof Map), this.refuse);
  }

  objects(name) {
    return this.list(name).map((item) => new Fields(item, this.refuse));
  }

  /** What the reader makes of the field, if it is there. */
  optional(name, read) {
    return this.has(name) ? read(name) : undefined;
  }

  end() {
    if (this.unread.size > 0) {
      throw this.refuse([...this.unread][0]);
    }
  }
}

const isDigestHex = (text) => /^[0-9a-f]{64}$/.test(text);

const oneOf = (words) => (word) => words.includes(word);

const ascends = (texts) => texts.every((text, i) => i === 0 || texts[i - 1] < text);

/** The fields of canonical JSON, or a refusal that names the first field which is wrong. */
function fieldsOf(refusal, bytes) {
  const value = canonicalValue(bytes);
  const refuse = (name) => new Refusal(refusal, name);
  if (value === undefined) {
    throw refuse('JSON');
  }
  return new Fields(value, refuse);
}

function requireVersion(json) {
  if (json.number('v', MAX_NUMBER) !== 1) {
    throw json.refuse('v');
  }
}
