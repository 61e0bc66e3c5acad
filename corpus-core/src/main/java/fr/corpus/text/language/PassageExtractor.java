package fr.corpus.text.language;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Takes passages of running text out of the kinds of files that training reads. Rough on purpose: it wants words, not
 * structure. Stateless.
 */
enum PassageExtractor {
    /** Plain text, a passage a line; UTF-8, else Latin-1. */
    LINES {
        @Override
        List<String> passages(byte[] bytes) {
            return text(bytes).lines().toList();
        }
    },
    /** HTML or XML: what is between tags. */
    MARKUP {
        @Override
        List<String> passages(byte[] bytes) {
            String body = SKIPPED.matcher(text(bytes)).replaceAll("\n");
            String flat = BREAKS.matcher(body).replaceAll(" ");
            String cut = BLOCK.matcher(INLINE.matcher(flat).replaceAll("")).replaceAll("\n");
            return unescape(cut).lines().toList();
        }
    },
    /** CoNLL-U: the {@code # text} comments. */
    CONLLU {
        @Override
        List<String> passages(byte[] bytes) {
            return text(bytes)
                    .lines()
                    .filter(line -> line.startsWith("# text = "))
                    .map(line -> line.substring(9))
                    .toList();
        }
    },
    /** ALTO: the lines of a page, joined, cut words mended. */
    ALTO {
        @Override
        List<String> passages(byte[] bytes) {
            StringBuilder page = new StringBuilder();
            for (String line : text(bytes).split("<TextLine", -1)) {
                Matcher content = CONTENT.matcher(line);
                while (content.find()) {
                    page.append(content.group(1)).append(' ');
                }
                int last = page.length() - 2;
                if (last >= 0 && "-¬⸗".indexOf(page.charAt(last)) >= 0) {
                    page.setLength(last);
                }
            }
            return wrap(unescape(page.toString()));
        }
    },
    /** One token a line with its tag after white space; blank lines and comments between sentences. */
    TAGGED {
        @Override
        List<String> passages(byte[] bytes) {
            StringBuilder all = new StringBuilder();
            text(bytes).lines().forEach(line -> {
                if (!line.isEmpty() && !line.startsWith("# ") && !line.startsWith("TOKEN")) {
                    all.append(line.split("\\s", 2)[0]).append(' ');
                }
            });
            return wrap(all.toString());
        }
    },
    /** A compiled message catalogue of gettext: translations that differ from the original. */
    CATALOG {
        @Override
        List<String> passages(byte[] bytes) {
            ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            List<String> out = new ArrayList<>();
            int originals = file.getInt(12);
            int translations = file.getInt(16);
            for (int i = 1; i < file.getInt(8); i++) {
                String from = string(file, originals + 8 * i);
                String to = string(file, translations + 8 * i);
                if (!from.equals(to)) {
                    out.addAll(List.of(NOTATION.matcher(to).replaceAll(" ").split("[\0\n]")));
                }
            }
            return out;
        }

        private String string(ByteBuffer file, int at) {
            byte[] value = new byte[file.getInt(at)];
            file.get(file.getInt(at + 4), value);
            return new String(value, StandardCharsets.UTF_8);
        }
    },
    /** A language pack of Firefox: values of its ftl, properties and dtd files. */
    PACK {
        @Override
        List<String> passages(byte[] bytes) throws IOException {
            List<String> out = new ArrayList<>();
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
                    if (entry.getName().matches(".*\\.(ftl|properties)")) {
                        values(text(zip.readAllBytes()), out);
                    }
                }
            }
            return out;
        }

        private void values(String file, List<String> out) {
            file.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String value = line.substring(line.indexOf('=') + 1).strip();
                out.add(unescape(NOTATION.matcher(value).replaceAll(" ")));
            });
        }
    },
    /** Messages of MediaWiki: a JSON object with a message a line, without its wiki markup and placeholders. */
    MESSAGES {
        @Override
        List<String> passages(byte[] bytes) {
            List<String> out = new ArrayList<>();
            Matcher message = MESSAGE.matcher(text(bytes));
            while (message.find()) {
                String plain = message.group(1).replaceAll("\\\\[nrt]", "\n").replaceAll("\\\\(.)", "$1");
                for (int depth = 0; depth < 3; depth++) {
                    plain = WIKI_SWITCH.matcher(plain).replaceAll("$1");
                }
                plain = WIKI_LINK
                        .matcher(WIKI_CALL.matcher(plain).replaceAll(" "))
                        .replaceAll("$1$2");
                plain = BLOCK.matcher(plain).replaceAll(" ").replaceAll("'{2,}|^[*#:;=]+|=+$", "");
                out.addAll(unescape(NOTATION.matcher(plain).replaceAll(" "))
                        .lines()
                        .toList());
            }
            return out;
        }
    },
    /** A compressed manual page. */
    MANUAL {
        @Override
        List<String> passages(byte[] bytes) throws IOException {
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                return text(in.readAllBytes())
                        .lines()
                        .filter(line -> !line.startsWith(".") && !line.startsWith("'"))
                        .map(line -> ROFF.matcher(line).replaceAll(""))
                        .toList();
            }
        }
    },
    /** The right-hand words of a bilingual dictionary of Apertium, proper nouns left out. */
    BILINGUAL {
        @Override
        List<String> passages(byte[] bytes) {
            List<String> words = new ArrayList<>();
            Matcher right = RIGHT.matcher(text(bytes));
            while (right.find()) {
                if (right.group(2) != null && !right.group(2).contains("\"np\"")) {
                    words.add(right.group(1).replace("<b/>", " "));
                }
            }
            return together(words);
        }
    },
    /** A word list of Hunspell. */
    WORDS {
        @Override
        List<String> passages(byte[] bytes) {
            return together(text(bytes)
                    .lines()
                    .map(line -> line.split("[/\t]", 2)[0])
                    .filter(word -> !word.isEmpty() && Character.isLowerCase(word.charAt(0)))
                    .toList());
        }
    };

    private static final Pattern SKIPPED =
            Pattern.compile("(?is)<(script|style|head|teiHeader|pre|screen|programlisting)\\b.*?</\\1>|<!--.*?-->");
    private static final Pattern BREAKS = Pattern.compile("[\\r\\n\\t ]+");
    private static final Pattern INLINE = Pattern.compile(
            "(?i)</?(a|b|i|em|strong|span|hi|sup|sub|emph|gui|guiseq|app|link|foreign|title|persName|placeName|c|w|lb|pb)\\b[^>]*>");
    private static final Pattern BLOCK = Pattern.compile("<[^>]*>");
    private static final Pattern CONTENT = Pattern.compile("\\bCONTENT=\"([^\"]*)\"");
    private static final Pattern NOTATION =
            Pattern.compile("%[-#0-9.$]*l*[a-zA-Z]|\\{[^}]*\\}|<[^>]*>|\\$\\w+|&[A-Za-z.]+;|[_&]|https?:\\S+");
    private static final Pattern MESSAGE = Pattern.compile("(?m)^\\s*\"[^\"]+\":\\s*\"((?:[^\"\\\\]++|\\\\.)*+)\",?$");
    private static final Pattern WIKI_SWITCH =
            Pattern.compile("\\{\\{(?:PLURAL|GENDER|GRAMMAR):[^|{}]*\\|([^|{}]*)[^{}]*\\}\\}");
    private static final Pattern WIKI_CALL = Pattern.compile("\\{\\{[^{}]*\\}\\}|\\$\\d+");
    private static final Pattern WIKI_LINK =
            Pattern.compile("\\[\\[(?:[^|\\]]*\\|)?([^|\\]]*)\\]\\]|\\[\\S+ ([^\\]]*)\\]");
    private static final Pattern ROFF = Pattern.compile("\\\\f.|\\\\[-&|^/ ]|\\\\\\(..|\\\\\\[[^\\]]*\\]");
    private static final Pattern RIGHT = Pattern.compile("<r>([^<]*(?:<b/>[^<]*)*)(<s [^>]*>)?");
    private static final Pattern ENTITY = Pattern.compile("&(#x?[0-9A-Fa-f]+|[a-zA-Z]+);");
    private static final int PASSAGE = 200;

    /** The passages of a file in order, blank ones included. */
    abstract List<String> passages(byte[] bytes) throws IOException;

    /** The passages of a file with at least {@code shortest} letters, most of their characters being letters or spaces. */
    List<String> passages(Path file, int shortest) throws IOException {
        return passages(Files.readAllBytes(file), shortest);
    }

    /** The same of a file’s bytes. */
    List<String> passages(byte[] bytes, int shortest) throws IOException {
        return passages(bytes).stream()
                .map(line -> BREAKS.matcher(line).replaceAll(" ").strip())
                .filter(line -> isText(line, shortest))
                .toList();
    }

    private static boolean isText(String line, int shortest) {
        long letters = line.chars().filter(c -> Character.isLetter(c)).count();
        return letters >= shortest && letters * 10 >= line.length() * 6L;
    }

    static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private static List<String> together(List<String> words) {
        return wrap(String.join(" ", words));
    }

    private static List<String> wrap(String text) {
        List<String> out = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int end = from + PASSAGE >= text.length() ? -1 : text.indexOf(' ', from + PASSAGE);
            out.add(text.substring(from, end < 0 ? text.length() : end));
            from = end < 0 ? text.length() : end + 1;
        }
        return out;
    }

    private static String unescape(String text) {
        return ENTITY.matcher(text).replaceAll(match -> Matcher.quoteReplacement(entity(match.group(1))));
    }

    private static String entity(String name) {
        if (name.startsWith("#x")) {
            return Character.toString(Integer.parseInt(name.substring(2), 16));
        }
        if (name.startsWith("#")) {
            return Character.toString(Integer.parseInt(name.substring(1)));
        }
        return switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "’";
            default -> " ";
        };
    }
}
