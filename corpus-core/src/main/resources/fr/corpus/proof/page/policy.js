/* The file that says whose signatures count: C2SP tlog-policy. */

const MAX_POLICY = 1 << 16;
const MAX_OF_A_KIND = 256;
const MAX_SHOWN = 60;

/** Reads a policy line by line; names stand for what earlier lines define. */
class PolicyReader {
  constructor() {
    this.logs = new Map();
    this.witnesses = new Map();
    this.members = new Map();
    this.used = new Set();
    this.quorum = undefined; // null: none
    this.line = 0;
  }

  fail(detail, ...args) {
    return new Refusal('tlog.malformed.policy', String(this.line), sentence('tlog.detail.' + detail, ...args));
  }

  read(bytes) {
    if (bytes.length > MAX_POLICY) {
      throw this.fail('too-large', String(MAX_POLICY));
    }
    // Bytes above 127 are opaque: one character for each.
    const lines = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('').split('\n');
    if (lines[lines.length - 1] !== '') {
      this.line = lines.length;
      throw this.fail('no-final-line-feed');
    }
    for (const text of lines) {
      this.line++;
      this.readLine(text);
    }
    if (this.quorum === undefined) {
      throw this.fail('no-quorum-line');
    }
    return { logs: this.logs, witnesses: this.witnesses, quorum: this.quorum };
  }

  readLine(text) {
    if (/[\0-\x08\x0a-\x1f\x7f]/.test(text)) {
      throw this.fail('control-character');
    }
    const words = text.split(/[ \t]+/).filter((word) => word !== '');
    if (words.length === 0 || words[0].startsWith('#')) {
      return;
    }
    const kinds = { log: [2, 3], witness: [3, 4], group: [4, Infinity], quorum: [2, 2] };
    if (!Object.hasOwn(kinds, words[0])) {
      throw this.fail('unknown-keyword', shownWord(words[0]));
    }
    const [least, most] = kinds[words[0]];
    if (words.length < least || words.length > most) {
      throw this.fail('words', words[0]);
    }
    this[words[0] + 'Line'](words);
  }

  logLine(words) {
    const key = this.key(words[1]);
    this.add(this.logs, key.written, key);
  }

  witnessLine(words) {
    const name = this.newName(words[1]);
    const key = this.key(words[2]);
    if (key.type === TYPE_ED25519) {
      throw this.fail('witness-key');
    }
    this.add(this.witnesses, name, key);
    this.members.set(name, { key });
  }

  groupLine(words) {
    const name = this.newName(words[1]);
    const members = words.slice(3).map((word) => {
      const member = this.member(word);
      if (this.used.has(word)) {
        throw this.fail('member-twice', shownWord(word));
      }
      this.used.add(word);
      return member;
    });
    this.members.set(name, { threshold: this.threshold(words[2], members.length), members });
    if (this.members.size > 2 * MAX_OF_A_KIND) {
      throw this.fail('too-many-lines', String(MAX_OF_A_KIND));
    }
  }

  quorumLine(words) {
    if (this.quorum !== undefined) {
      throw this.fail('two-quorum-lines');
    }
    this.quorum = words[1] === 'none' ? null : this.member(words[1]);
  }

  add(keys, name, key) {
    if ([...keys.values()].some((other) => sameBytes(other.publicKey, key.publicKey))) {
      throw this.fail('duplicate-key');
    }
    keys.set(name, key);
    if (keys.size > MAX_OF_A_KIND) {
      throw this.fail('too-many-lines', String(MAX_OF_A_KIND));
    }
  }

  threshold(word, size) {
    if (word === 'all') {
      return size;
    }
    const number = word === 'any' ? 1n : wholeNumber(word);
    if (number === undefined || number < 1n || number > BigInt(size)) {
      throw this.fail('threshold', shownWord(word), String(size));
    }
    return Number(number);
  }

  member(name) {
    if (!this.members.has(name)) {
      throw this.fail('unknown-name', shownWord(name));
    }
    return this.members.get(name);
  }

  newName(name) {
    if (name === 'none' || this.members.has(name)) {
      throw this.fail('name-taken', shownWord(name));
    }
    return name;
  }

  key(word) {
    const text = textOf(octets(word));
    if (text === undefined || text.includes('\ufffd')) {
      throw this.fail('key-form');
    }
    try {
      return parseKey(text);
    } catch (e) {
      throw e instanceof Refusal
        ? new Refusal('tlog.malformed.policy', String(this.line), sentence(e.key, ...e.args))
        : e;
    }
  }
}

const octets = (word) => Uint8Array.from(word, (sign) => sign.charCodeAt(0));

/** A stranger's word in a message: its beginning is enough. */
function shownWord(word) {
  const shown = new TextDecoder().decode(octets(word.slice(0, MAX_SHOWN)));
  return word.length <= MAX_SHOWN ? shown : shown + '…';
}

const parsePolicy = (bytes) => new PolicyReader().read(bytes);
