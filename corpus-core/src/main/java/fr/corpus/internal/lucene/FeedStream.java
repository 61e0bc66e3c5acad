package fr.corpus.internal.lucene;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.BytesRef;

/** A feed as Lucene wants it. Reused from field to field. */
final class FeedStream extends TokenStream {

    private final BytesTermAttribute attribute = addAttribute(BytesTermAttribute.class);
    private final BytesRef term = new BytesRef();
    private TermFeed feed = () -> null;

    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);

    FeedStream() {}

    void feed(TermFeed next) {
        feed = next;
    }

    /** Undoes what {@link #end()} does to the attributes. */
    @Override
    public void reset() {
        attribute.setBytesRef(term);
        step.setPositionIncrement(1);
    }

    @Override
    public boolean incrementToken() {
        byte[] next = feed.next();
        if (next == null) {
            return false;
        }
        term.bytes = next;
        term.length = next.length;
        return true;
    }
}
