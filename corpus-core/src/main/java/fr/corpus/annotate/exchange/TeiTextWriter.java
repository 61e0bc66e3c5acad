package fr.corpus.annotate.exchange;

import fr.corpus.document.Annotations;
import fr.corpus.document.Mention;
import fr.corpus.document.Span;
import fr.corpus.document.TextOffsets;
import fr.corpus.document.Token;
import fr.corpus.document.Word;
import fr.corpus.error.MalformedSourceException;
import fr.corpus.error.UserMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Writes TEI P5: {@code <s>}, {@code <name type>}, {@code <w pos lemma msd>} and {@code <pc>} in one {@code <ab>} whose white
 * space is that of the text. The words of a contraction are empty {@code <w norm>} inside its own; the lemma of a dictionary,
 * where it is another, is {@code lemmaRef="dict:…"}; key terms are {@code <span>} beside the text. Confined to one thread.
 */
final class TeiTextWriter implements TextWriter {

    static final String DICTIONARY = "dict:";
    static final String TERMS = "terms";
    static final String NAMESPACE = "http://www.tei-c.org/ns/1.0";

    private static final String HEADER = """
            <teiHeader><fileDesc><titleStmt><title>%s</title></titleStmt>\
            <publicationStmt><p>%s</p></publicationStmt><sourceDesc><p>%s</p></sourceDesc></fileDesc>\
            <encodingDesc><listPrefixDef><prefixDef ident="dict" matchPattern="(.*)" replacementPattern="$1"/>\
            <prefixDef ident="char" matchPattern="U\\+([0-9A-F]+)" replacementPattern="$1"/></listPrefixDef></encodingDesc></teiHeader>
            """;

    private final StringBuilder out;

    TeiTextWriter(StringBuilder out) {
        this.out = out;
    }

    /** Something that starts and ends in the text; of two with one place, the lower rank is outside. */
    private record Element(int start, int end, int rank, String open, String close) {}

    @Override
    public void begin() {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<teiCorpus xmlns=\"")
                .append(NAMESPACE);
        out.append("\">\n");
        header("corpus");
    }

    private void header(String title) {
        StringBuilder escaped = new StringBuilder();
        XmlText.content(title, escaped);
        out.append(String.format(Locale.ROOT, HEADER, escaped, "Corpus", "Corpus"));
    }

    @Override
    public void write(AnnotatedText text, Place place) {
        if (place.isFirst()) {
            out.append("<TEI>\n");
            header(text.id());
            out.append("<text><body><ab xml:space=\"preserve\"");
            XmlText.attribute("n", SaidLayers.of(text.layers()).toString(), out);
            out.append('>');
        }
        content(text);
        if (place.isLast()) {
            out.append("</ab>");
            text.layers().terms().ifPresent(this::terms);
            out.append("</body></text>\n</TEI>\n");
        }
    }

    @Override
    public void finish() {
        out.append("</teiCorpus>\n");
    }

    private void terms(List<Mention> terms) {
        out.append("<spanGrp type=\"").append(TERMS).append("\">");
        for (Mention term : terms) {
            out.append("<span n=\"")
                    .append(term.start())
                    .append(' ')
                    .append(term.end())
                    .append('"');
            XmlText.attribute("type", term.label(), out);
            out.append("/>");
        }
        out.append("</spanGrp>");
    }

    private void content(AnnotatedText text) {
        TextOffsets offsets = new TextOffsets(text.text());
        Deque<Element> open = new ArrayDeque<>();
        int at = 0;
        for (Element element : elements(text, offsets)) {
            at = closeUpTo(element.start(), open, at, offsets);
            if (!open.isEmpty() && open.peek().end() < element.end()) {
                throw new MalformedSourceException(UserMessage.of(
                        "annotate.tei-nesting",
                        text.id(),
                        Integer.toString(element.start()),
                        Integer.toString(element.end())));
            }
            XmlText.content(offsets.slice(at, element.start()), out);
            at = element.start();
            out.append(element.open());
            open.push(element);
        }
        int length = text.text().codePointCount(0, text.text().length());
        at = closeUpTo(length, open, at, offsets);
        XmlText.content(offsets.slice(at, length), out);
    }

    private int closeUpTo(int place, Deque<Element> open, int from, TextOffsets offsets) {
        int at = from;
        while (!open.isEmpty() && open.peek().end() <= place) {
            XmlText.content(offsets.slice(at, open.peek().end()), out);
            at = open.peek().end();
            out.append(open.pop().close());
        }
        return at;
    }

    private static List<Element> elements(AnnotatedText text, TextOffsets offsets) {
        Annotations layers = text.layers();
        List<Element> elements = new ArrayList<>();
        for (Span sentence : layers.sentences().orElse(List.of())) {
            elements.add(new Element(sentence.start(), sentence.end(), 0, "<s>", "</s>"));
        }
        for (Mention entity : layers.entities().orElse(List.of())) {
            StringBuilder open = new StringBuilder("<name");
            XmlText.attribute("type", entity.label(), open);
            elements.add(new Element(
                    entity.start(), entity.end(), 1, open.append('>').toString(), "</name>"));
        }
        for (Token token : layers.tokens().orElse(List.of())) {
            elements.add(token(token, offsets.slice(token.start(), token.end())));
        }
        elements.sort(Comparator.comparingInt(Element::start)
                .thenComparing(Comparator.comparingInt(Element::end).reversed())
                .thenComparingInt(Element::rank));
        return elements;
    }

    private static Element token(Token token, String form) {
        List<Word> words = token.words();
        StringBuilder open = new StringBuilder();
        if (words.size() > 1) {
            StringBuilder close = new StringBuilder();
            for (Word word : words) {
                close.append("<w");
                XmlText.attribute("norm", word.form(), close);
                said(word, close);
                close.append("/>");
            }
            return new Element(
                    token.start(), token.end(), 2, "<w>", close.append("</w>").toString());
        }
        String name = isMark(words, form) ? "pc" : "w";
        open.append('<').append(name);
        if (words.isEmpty()) {
            return new Element(token.start(), token.end(), 2, open.append('>').toString(), "</" + name + ">");
        }
        if (!words.get(0).form().equals(form)) {
            XmlText.attribute("norm", words.get(0).form(), open);
        }
        said(words.get(0), open);
        return new Element(token.start(), token.end(), 2, open.append('>').toString(), "</" + name + ">");
    }

    private static boolean isMark(List<Word> words, String form) {
        return words.isEmpty() || words.get(0).upos().isEmpty()
                ? form.codePoints().noneMatch(Character::isLetterOrDigit)
                : words.get(0).upos().equals("PUNCT");
    }

    private static void said(Word word, StringBuilder out) {
        said("pos", word.upos(), out);
        said("lemma", word.lemma(), out);
        if (!word.entry().equals(word.lemma())) {
            XmlText.attribute("lemmaRef", DICTIONARY + word.entry(), out);
        }
        said("msd", word.features(), out);
    }

    private static void said(String name, String value, StringBuilder out) {
        if (!value.isEmpty()) {
            XmlText.attribute(name, value, out);
        }
    }
}
