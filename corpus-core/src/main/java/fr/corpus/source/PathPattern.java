package fr.corpus.source;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A path with wildcards: a fixed folder, then alternatives of segments. Our own matcher, since that of the platform
 * differs from one file system to the next. Immutable.
 */
final class PathPattern {

    private static final String ANY_FOLDERS = "**";
    private static final int MAX_ALTERNATIVES = 1000;

    private final String text;
    private final boolean folders;
    private final String base;
    private final List<List<Pattern>> alternatives;

    private PathPattern(String text, String base, List<List<Pattern>> alternatives) {
        this.text = text;
        this.folders = text.endsWith("/");
        this.base = base;
        this.alternatives = alternatives;
    }

    /**
     * Reads a pattern.
     *
     * @throws RecipeException if brackets or braces do not close, or a backslash ends it
     */
    static PathPattern parse(String sourceId, String text) {
        try {
            String[] segments = text.split("/");
            int fixed = 0;
            while (fixed < segments.length && !hasWildcard(segments[fixed])) {
                fixed++;
            }
            String base = unescape(String.join("/", Arrays.copyOf(segments, fixed)));
            if (text.isBlank() || segments.length == 0) {
                throw new IllegalArgumentException("no file name at the end");
            }
            String rest = String.join("/", Arrays.copyOfRange(segments, fixed, segments.length));
            List<List<Pattern>> alternatives = new ArrayList<>();
            if (!rest.isEmpty()) {
                for (String alternative : braces(rest)) {
                    alternatives.add(segments(alternative));
                }
            }
            boolean fromRoot = base.isEmpty() && text.startsWith("/");
            return new PathPattern(text, fromRoot ? "/" : base, alternatives);
        } catch (IllegalArgumentException e) {
            throw new RecipeException(
                    UserMessage.of("source.bad-pattern", sourceId, text, String.valueOf(e.getMessage())), e);
        }
    }

    String text() {
        return text;
    }

    /** Whether it means folders rather than files: it ends in a slash. */
    boolean isOfFolders() {
        return folders;
    }

    boolean isLiteral() {
        return alternatives.isEmpty();
    }

    /** The folder that every match lies in, or the path itself when there is no wildcard. */
    Path base(Path recipeDirectory) {
        return recipeDirectory.resolve(base).normalize();
    }

    /** The name of the only match of a pattern without wildcards. */
    String literalName() {
        Path path = Path.of(base);
        return path.isAbsolute() ? String.valueOf(path.getFileName()) : slashes(path.normalize());
    }

    /** The name of a match, of which the path below the base is known. */
    String name(String relative) {
        Path path = Path.of(base);
        return path.isAbsolute() ? relative : slashes(path.resolve(relative).normalize());
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }

    /** How deep below the base a match can lie. */
    int maxDepth() {
        int depth = 0;
        for (List<Pattern> segments : alternatives) {
            for (Pattern segment : segments) {
                if (segment.pattern().equals(ANY_FOLDERS)) {
                    return Integer.MAX_VALUE;
                }
            }
            depth = Math.max(depth, segments.size());
        }
        // a folder is looked into, so that what is in it lies one deeper
        return folders ? depth + 1 : depth;
    }

    /** Whether a path below the base matches. */
    boolean matches(String relative) {
        String[] names = relative.split("/");
        return alternatives.stream().anyMatch(segments -> matches(segments, 0, names, 0, false));
    }

    /** Whether a path inside this folder may match. */
    boolean mayContinueIn(String relative) {
        String[] names = relative.split("/");
        return alternatives.stream().anyMatch(segments -> matches(segments, 0, names, 0, true));
    }

    private static boolean matches(List<Pattern> segments, int s, String[] names, int n, boolean prefix) {
        if (n == names.length) {
            return prefix ? s < segments.size() : s == segments.size();
        }
        if (s == segments.size()) {
            return false;
        }
        Pattern segment = segments.get(s);
        if (segment.pattern().equals(ANY_FOLDERS)) {
            boolean last = s + 1 == segments.size();
            return !last && matches(segments, s + 1, names, n, prefix)
                    || !names[n].startsWith(".")
                            && matches(segments, lastName(names, n, last && !prefix, s), names, n + 1, prefix);
        }
        return segment.matcher(names[n]).matches() && matches(segments, s + 1, names, n + 1, prefix);
    }

    /** A final {@code **} also stands for the file itself. */
    private static int lastName(String[] names, int n, boolean lastSegment, int s) {
        return lastSegment && n + 1 == names.length ? s + 1 : s;
    }

    private static List<Pattern> segments(String alternative) {
        List<Pattern> segments = new ArrayList<>();
        for (String segment : alternative.split("/")) {
            if (segment.equals(ANY_FOLDERS)) {
                segments.add(Pattern.compile(ANY_FOLDERS, Pattern.LITERAL));
            } else if (segment.equals("..")) {
                throw new IllegalArgumentException(".. after a wildcard");
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment(segment));
            }
        }
        return List.copyOf(segments);
    }

    private static Pattern segment(String glob) {
        StringBuilder regex = new StringBuilder(glob.startsWith(".") || glob.startsWith("\\.") ? "" : "(?!\\.)");
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                case '[' -> {
                    int close = glob.indexOf(']', i + 2);
                    if (close < 0) {
                        throw new IllegalArgumentException("[ without ]");
                    }
                    String set = glob.substring(i + 1, close);
                    regex.append(set.startsWith("!") ? "[^" : "[")
                            .append((set.startsWith("!") ? set.substring(1) : set).replaceAll("[\\\\\\[&^]", "\\\\$0"))
                            .append(']');
                    i = close;
                }
                case '\\' -> {
                    if (++i == glob.length()) {
                        throw new IllegalArgumentException("\\ at the end");
                    }
                    regex.append(Pattern.quote(glob.substring(i, i + 1)));
                }
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        try {
            return Pattern.compile(regex.toString(), Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(e.getDescription(), e);
        }
    }

    /** All that braces stand for, in order. */
    private static List<String> braces(String glob) {
        int open = indexOf(glob, '{', 0);
        if (open < 0) {
            return List.of(glob);
        }
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = open + 1;
        int i = open;
        for (; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{') {
                depth++;
            } else if (c == ',' && depth == 1 || c == '}' && --depth == 0) {
                parts.add(glob.substring(start, i));
                start = i + 1;
                if (c == '}') {
                    break;
                }
            }
        }
        if (i >= glob.length()) {
            throw new IllegalArgumentException("{ without }");
        }
        List<String> all = new ArrayList<>();
        for (String part : parts) {
            all.addAll(braces(glob.substring(0, open) + part + glob.substring(i + 1)));
            if (all.size() > MAX_ALTERNATIVES) {
                throw new IllegalArgumentException("more than " + MAX_ALTERNATIVES + " alternatives");
            }
        }
        return all;
    }

    private static int indexOf(String glob, char wanted, int from) {
        for (int i = from; i < glob.length(); i++) {
            if (glob.charAt(i) == '\\') {
                i++;
            } else if (glob.charAt(i) == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static boolean hasWildcard(String segment) {
        return indexOf(segment, '*', 0) >= 0
                || indexOf(segment, '?', 0) >= 0
                || indexOf(segment, '[', 0) >= 0
                || indexOf(segment, '{', 0) >= 0;
    }

    private static String unescape(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && ++i == text.length()) {
                throw new IllegalArgumentException("\\ at the end");
            }
            plain.append(text.charAt(i));
        }
        return plain.toString();
    }
}
