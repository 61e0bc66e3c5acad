package fr.corpus.identifier;

import fr.corpus.document.Identifier;
import fr.corpus.document.Identifier.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identifiers that a record states in fields of its own, as catalogues write them: with hyphens, blanks or none, with the name
 * of the scheme before and remarks in parentheses behind, several in one text. Confined to one thread.
 *
 * <p>A number whose check digit is wrong identifies nothing; it is kept apart, as it is written, for whoever mends the source.
 */
public final class StatedIdentifiers {

    /** Most identifiers that a record may have; whoever reads it refuses the record of more. */
    public static final int MOST = 1000;

    private static final int MOST_UNREADABLE = 100;
    private static final int SHOWN_CODE_POINTS = 100;

    /** Numbers of fewer digits in a text are prices and years. */
    private static final int LEAST_DIGITS = 7;

    private static final Pattern BLANKS = Pattern.compile("[\\u00A0\\u2000-\\u200A\\u202F]");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern REMARKS = Pattern.compile("\\([^()]*\\)|\\[[^\\[\\]]*]");
    private static final Pattern LABELS = Pattern.compile("(?i)isbn-?1[03]");
    private static final Pattern PIECES = Pattern.compile("[;,|\\r\\n\\t]+");

    /** A semicolon or a comma may belong to a DOI; not so before a blank, the end, or another one. */
    private static final Pattern TOKENS =
            Pattern.compile("[;,]*(?:[\\s|]+|$)|[;,]+(?=https?://|(?i:doi:|ark:)|10\\.[0-9]{4,9}(?:\\.[0-9]+)*/)");

    private static final String BETWEEN = " ?[-\\u2010-\\u2015]? ?";
    private static final Pattern ISBN = number("97[89](?:_[0-9]){10}|[0-9](?:_[0-9]){8}_[0-9Xx]");
    private static final Pattern ISSN = number("[0-9]{4}_[0-9]{3}[0-9Xx]");
    private static final Pattern ISNI = number("[0-9]{4}_[0-9]{4}_[0-9]{4}_[0-9]{3}[0-9Xx]");
    private static final Pattern DOI = Pattern.compile("10\\.[0-9]{4,9}(?:\\.[0-9]+)*/\\S+");
    private static final Pattern ARK = Pattern.compile("(?i)ark:/?[0-9a-z]{5}");

    private final SortedSet<Identifier> found = new TreeSet<>();
    private final List<String> unreadable = new ArrayList<>();

    /** Nothing is stated yet. */
    public StatedIdentifiers() {}

    /** A number that stands alone; where its pattern has an underscore, there may be a separator. */
    private static Pattern number(String digits) {
        return Pattern.compile("(?<![0-9A-Za-z])(?:" + digits.replace("_", BETWEEN) + ")(?![0-9A-Za-z])");
    }

    /** What was read, each once; at most one more than {@link #MOST}. */
    public List<Identifier> found() {
        return List.copyOf(found);
    }

    /** What could not be read, each as scheme, colon and the beginning of what was written; not all where they are many. */
    public List<String> unreadable() {
        return List.copyOf(unreadable);
    }

    /** Reads a text that holds identifiers of one scheme: one, none, or several. */
    public void add(Scheme scheme, String text) {
        if (text.isBlank()) {
            return;
        }
        String plain = INVISIBLE
                .matcher(BLANKS.matcher(text).replaceAll(" "))
                .replaceAll("")
                .replace('\u2212', '-');
        boolean any = switch (scheme) {
            case ISBN ->
                numbers(scheme, ISBN, plain, number -> Isbn.find(number).map(Isbn::digits));
            case ISSN ->
                numbers(scheme, ISSN, plain, number -> Issn.find(number).map(Issn::value));
            case ISNI ->
                numbers(scheme, ISNI, plain, number -> Isni.find(number).map(Isni::value));
            case DOI -> names(scheme, plain, StatedIdentifiers::doi);
            case ARK -> names(scheme, plain, token -> Ark.find(token).map(Ark::value));
        };
        if (!any) {
            refuse(scheme, text);
        }
    }

    /** Reads a text that says itself of what scheme it is; passes over what is of no scheme known here. */
    public void addAny(String text) {
        for (String token : TOKENS.split(text)) {
            String lower = token.toLowerCase(Locale.ROOT);
            if (ARK.matcher(token).find()) {
                add(Scheme.ARK, token);
            } else if (DOI.matcher(token).find() && (lower.contains("doi") || lower.startsWith("10."))) {
                add(Scheme.DOI, token);
            }
        }
        for (String piece : PIECES.split(text)) {
            String lower = piece.toLowerCase(Locale.ROOT);
            if (lower.contains("isbn")) {
                add(Scheme.ISBN, piece);
            } else if (lower.contains("issn")) {
                add(Scheme.ISSN, piece);
            } else if (lower.contains("isni")) {
                add(Scheme.ISNI, piece);
            } else if (lower.strip().startsWith("97")) {
                Isbn.find(piece).ifPresent(isbn -> keep(new Identifier(Scheme.ISBN, isbn.digits())));
            }
        }
    }

    private boolean numbers(Scheme scheme, Pattern pattern, String text, Function<String, Optional<String>> reader) {
        boolean any = false;
        String bare = LABELS.matcher(REMARKS.matcher(text).replaceAll(" ")).replaceAll(" ");
        for (String piece : PIECES.split(bare)) {
            Matcher matcher = pattern.matcher(piece);
            boolean here = false;
            while (matcher.find()) {
                String written = matcher.group();
                reader.apply(written.replaceAll("[^0-9Xx]", ""))
                        .ifPresentOrElse(value -> keep(new Identifier(scheme, value)), () -> refuse(scheme, written));
                here = true;
            }
            if (!here && piece.chars().filter(c -> c >= '0' && c <= '9').count() >= LEAST_DIGITS) {
                refuse(scheme, piece);
                here = true;
            }
            any |= here;
        }
        return any;
    }

    private boolean names(Scheme scheme, String text, Function<String, Optional<String>> reader) {
        boolean any = false;
        for (String token : TOKENS.split(text)) {
            Optional<String> value = reader.apply(token);
            value.ifPresent(name -> keep(new Identifier(scheme, name)));
            any |= value.isPresent();
        }
        return any;
    }

    private static Optional<String> doi(String token) {
        return Doi.find(token)
                .or(() -> Optional.of(DOI.matcher(token))
                        .filter(Matcher::find)
                        .flatMap(matcher -> Doi.find(unwrapped(matcher.group()))))
                .map(Doi::value);
    }

    /** Without the brackets that close where none opens, and the punctuation behind them. */
    private static String unwrapped(String doi) {
        int end = doi.length();
        while (end > 0 && isClosing(doi, end)) {
            end--;
        }
        return doi.substring(0, end);
    }

    private static boolean isClosing(String doi, int end) {
        return switch (doi.charAt(end - 1)) {
            case ')' -> doi.lastIndexOf('(', end - 1) < 0;
            case ']' -> doi.lastIndexOf('[', end - 1) < 0;
            case '>' -> doi.lastIndexOf('<', end - 1) < 0;
            case '"', '»', '”', '.', ',', ';' -> true;
            default -> false;
        };
    }

    private void keep(Identifier identifier) {
        if (found.size() <= MOST) {
            found.add(identifier);
        }
    }

    private void refuse(Scheme scheme, String written) {
        if (unreadable.size() < MOST_UNREADABLE) {
            String shown = written.strip();
            int end = shown.codePointCount(0, shown.length()) <= SHOWN_CODE_POINTS
                    ? shown.length()
                    : shown.offsetByCodePoints(0, SHOWN_CODE_POINTS);
            unreadable.add(scheme.word() + ":" + shown.substring(0, end));
        }
    }
}
