package fr.corpus.read;

import java.util.HashMap;
import java.util.Map;

/**
 * What an element of the Text Encoding Initiative (TEI P5, and P4 where it has the name) means for plain text. Elements
 * that are not named here are part of the running text, like {@code hi} and {@code foreign}.
 */
enum TeiElement {
    /** Part of the running text. */
    INLINE(""),
    /** Set apart by blank lines. */
    SECTION("front body back group text floatingText div div0 div1 div2 div3 div4 div5 div6 div7 lg sp castList head"
            + " titlePage epigraph opener closer postscript argument performance table list figure listBibl"),
    /** Lines of their own. */
    LINE("p ab item castItem titlePart docTitle docAuthor docDate docImprint docEdition imprimatur byline salute"
            + " signed dateline trailer set row bibl view camera caption tech sound"),
    VERSE("l"),
    SPEAKER("speaker"),
    STAGE("stage"),
    /** Units between which there is a space, whether the file has one or not. */
    UNIT("s cell label role roleDesc"),
    LINE_BREAK("lb"),
    PAGE_BREAK("pb cb gb"),
    MILESTONE("milestone"),
    GAP("gap ellipsis"),
    /** Alternatives, of which one is text. */
    CHOICE("choice app"),
    INCLUDE("include"),
    /** Not part of the text: notes, running titles, descriptions, what is struck out, metadata. */
    LEFT_OUT("note noteGrp fw figDesc del teiHeader standOff facsimile sourceDoc index interp interpGrp spanGrp span"
            + " certainty metamark fsdDecl timeline listEvent listRelation substJoin alt altGrp join joinGrp link"
            + " linkGrp surplus noteStmt rdgGrp witDetail");

    private static final Map<String, TeiElement> BY_NAME = byName();

    private final String names;

    TeiElement(String names) {
        this.names = names;
    }

    private static Map<String, TeiElement> byName() {
        Map<String, TeiElement> map = new HashMap<>();
        for (TeiElement element : values()) {
            for (String name : element.names.split(" ")) {
                map.put(name, element);
            }
        }
        return map;
    }

    /** What the element of a local name means. */
    static TeiElement of(String name) {
        return BY_NAME.getOrDefault(name, INLINE);
    }

    /**
     * How good an alternative is inside {@code choice} or {@code app}, the highest becoming text: mistakes of the print
     * are corrected and abbreviations written out, but the spelling of its time stays.
     */
    static int rank(String name) {
        return switch (name) {
            case "corr", "orig", "expan", "lem" -> 3;
            case "reg", "sic", "abbr" -> 1;
            default -> 2;
        };
    }
}
