package fr.corpus.annotate.tag;

/** Numbers that keep the features of different kinds apart. Stateless. */
final class Template {

    static final int HERE = 100;
    static final int BEFORE = 200;
    static final int AFTER = 300;
    static final int FAR_BEFORE = 400;
    static final int FAR_AFTER = 500;
    static final int CONTEXT = 600;
    static final int SECOND_LOOK = 700;

    private Template() {}
}
