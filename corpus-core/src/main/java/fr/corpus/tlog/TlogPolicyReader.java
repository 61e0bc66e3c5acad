package fr.corpus.tlog;

import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** Reads one policy file line by line. Confined to one thread, used once. */
final class TlogPolicyReader {

    private static final int MAX_BYTES = 1 << 16;
    private static final int MAX_OF_A_KIND = 256;
    private static final int MAX_SHOWN = 60;
    private static final String NONE = "none";

    private final Map<String, VerifierKey> logs = new TreeMap<>();
    private final Map<String, VerifierKey> witnesses = new TreeMap<>();
    private final Map<String, String> addresses = new TreeMap<>();
    private final Map<String, TlogPolicy.Member> members = new TreeMap<>();
    private final Set<String> used = new HashSet<>();
    private Optional<TlogPolicy.Member> quorum = Optional.empty();
    private boolean quorumSeen;
    private int line;

    TlogPolicy read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw fail("too-large", String.valueOf(MAX_BYTES));
        }
        // Octets above 127 are opaque: one char for each.
        String file = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!file.isEmpty() && !file.endsWith("\n")) {
            line = (int) file.chars().filter(c -> c == '\n').count() + 1;
            throw fail("no-final-line-feed");
        }
        for (String text : file.split("\n", -1)) {
            line++;
            read(text);
        }
        if (!quorumSeen) {
            throw fail("no-quorum-line");
        }
        return new TlogPolicy(Map.copyOf(logs), Map.copyOf(witnesses), Map.copyOf(addresses), quorum);
    }

    private void read(String text) {
        if (text.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7F)) {
            throw fail("control-character");
        }
        List<String> words = Arrays.stream(text.split("[ \t]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty() || words.get(0).startsWith("#")) {
            return;
        }
        switch (words.get(0)) {
            case "log" -> log(words);
            case "witness" -> witness(words);
            case "group" -> group(words);
            case "quorum" -> quorum(words);
            default -> throw fail("unknown-keyword", shown(words.get(0)));
        }
    }

    private void log(List<String> words) {
        count(words, 2, 3);
        VerifierKey key = key(words.get(1));
        add(logs, key.toString(), key);
    }

    private void witness(List<String> words) {
        count(words, 3, 4);
        String name = newName(words.get(1));
        VerifierKey key = key(words.get(2));
        if (key.kind().equals(Optional.of(SignatureKind.ED25519))) {
            throw fail("witness-key");
        }
        add(witnesses, name, key);
        if (words.size() > 3) {
            addresses.put(name, octets(words.get(3)));
        }
        members.put(name, new TlogPolicy.Member.Witness(key));
    }

    private void add(Map<String, VerifierKey> keys, String name, VerifierKey key) {
        boolean twice = keys.values().stream().anyMatch(other -> Arrays.equals(other.publicKey(), key.publicKey()));
        if (twice) {
            throw fail("duplicate-key");
        }
        keys.put(name, key);
        if (keys.size() > MAX_OF_A_KIND) {
            throw fail("too-many-lines", String.valueOf(MAX_OF_A_KIND));
        }
    }

    private void group(List<String> words) {
        count(words, 4, Integer.MAX_VALUE);
        String name = newName(words.get(1));
        List<TlogPolicy.Member> of = new ArrayList<>();
        for (String member : words.subList(3, words.size())) {
            of.add(member(member));
            if (!used.add(member)) {
                throw fail("member-twice", shown(member));
            }
        }
        members.put(name, new TlogPolicy.Member.Group(threshold(words.get(2), of.size()), of));
        if (members.size() > 2 * MAX_OF_A_KIND) {
            throw fail("too-many-lines", String.valueOf(MAX_OF_A_KIND));
        }
    }

    private int threshold(String word, int size) {
        if (word.equals("all")) {
            return size;
        }
        OptionalLong threshold = word.equals("any") ? OptionalLong.of(1) : Canonical.number(word);
        if (threshold.isEmpty() || threshold.getAsLong() < 1 || threshold.getAsLong() > size) {
            throw fail("threshold", shown(word), String.valueOf(size));
        }
        return (int) threshold.getAsLong();
    }

    private void quorum(List<String> words) {
        count(words, 2, 2);
        if (quorumSeen) {
            throw fail("two-quorum-lines");
        }
        quorumSeen = true;
        quorum = words.get(1).equals(NONE) ? Optional.empty() : Optional.of(member(words.get(1)));
    }

    private TlogPolicy.Member member(String name) {
        TlogPolicy.Member member = members.get(name);
        if (member == null) {
            throw fail("unknown-name", shown(name));
        }
        return member;
    }

    private String newName(String name) {
        if (name.equals(NONE) || members.containsKey(name)) {
            throw fail("name-taken", shown(name));
        }
        return name;
    }

    private void count(List<String> words, int least, int most) {
        if (words.size() < least || words.size() > most) {
            throw fail("words", words.get(0));
        }
    }

    private VerifierKey key(String word) {
        String text = octets(word);
        if (text.indexOf('\uFFFD') >= 0) {
            throw fail("key-form");
        }
        try {
            return VerifierKey.parse(text);
        } catch (MalformedSourceException e) {
            throw new MalformedSourceException(
                    UserMessage.of("tlog.malformed.policy", String.valueOf(line), e.message()), e);
        }
    }

    /** A stranger's word in a message: its beginning is enough. */
    private static String shown(String word) {
        return word.length() <= MAX_SHOWN ? octets(word) : octets(word.substring(0, MAX_SHOWN)) + "…";
    }

    /** Opaque octets as people wrote them. */
    private static String octets(String word) {
        return new String(word.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private MalformedSourceException fail(String detail, Object... arguments) {
        UserMessage reason = UserMessage.of("tlog.detail." + detail, arguments);
        return new MalformedSourceException(UserMessage.of("tlog.malformed.policy", String.valueOf(line), reason));
    }
}
