package fr.corpus.annotate.conllu;

import fr.corpus.annotate.conllu.ConlluSentence.EmptyNode;
import java.util.Iterator;

/** Writes sentences as CoNLL-U, such that reading gives the same sentences back. Stateless. */
public final class ConlluWriter {

    private ConlluWriter() {}

    /** Appends a sentence and the empty line after it, lines ending in {@code \n}. */
    public static void write(ConlluSentence sentence, StringBuilder out) {
        sentence.comments().forEach(comment -> out.append(comment).append('\n'));
        Iterator<EmptyNode> nodes = sentence.emptyNodes().iterator();
        EmptyNode node = nodes.hasNext() ? nodes.next() : null;
        int number = 0;
        while (node != null && node.afterWord() == 0) {
            out.append(node.line()).append('\n');
            node = nodes.hasNext() ? nodes.next() : null;
        }
        for (ConlluToken token : sentence.tokens()) {
            if (token.multiword()) {
                out.append(number + 1).append('-').append(number + token.words().size());
                out.append('\t').append(token.form()).append("\t_\t_\t_\t").append(token.feats());
                out.append("\t_\t_\t_\t").append(token.misc()).append('\n');
            }
            for (ConlluWord word : token.words()) {
                out.append(++number).append('\t');
                word.columns(out);
                out.append('\n');
                while (node != null && node.afterWord() == number) {
                    out.append(node.line()).append('\n');
                    node = nodes.hasNext() ? nodes.next() : null;
                }
            }
        }
        out.append('\n');
    }
}
