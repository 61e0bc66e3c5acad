package fr.corpus.text;

/** The closed lists of French words on which cutting depends, all folded. Constants. */
final class FrenchWords {

    /** What is elided before an apostrophe. */
    static final WordSet ELIDED =
            WordSet.of("l d j m t s n c z qu jusqu lorsqu puisqu quoiqu presqu quelqu tandisqu parcequ "
                    + "alorsqu aussitotqu desqu afinqu depuisqu avantqu apresqu bienqu");

    /** Pairs that stay one word although the first part may be elided. */
    static final WordSet UNELIDED = WordSet.of("quelqu'un quelqu'une presqu'ile presqu'iles c'est-a-dire");

    /** Pronouns that are cut from the verb before their hyphen. */
    static final WordSet CLITICS =
            WordSet.of("je tu il elle on nous vous ils elles ce le la les lui leur moi toi y en");

    /** Pronouns that take a -t- of euphony. */
    static final WordSet AFTER_T = WordSet.of("il elle on ils elles");

    /** Compounds that end like an inversion, without their hyphens. */
    static final WordSet COMPOUNDS =
            WordSet.of("rendezvous gardeavous cheznous chezvous chezmoi chezelle chezlui cheztoi "
                    + "entrenous tutu suivezmoi soisbelle meplaittu vousetesla onditon quenditon basla");

    /** Abbreviations whose full stop always belongs to them. */
    static final WordSet ABBREVIATIONS =
            WordSet.of("etc cf mm mme mmes mlle mlles mr dr drs pp janv fevr juill sept oct nov dec chap "
                    + "apr av env tel cie ste vol vols mgr me ibid op cit loc ed eds boul arr dept suppl trad coll");

    /** Abbreviations only before a number or another abbreviation: art. 5, p. 12, art. L. 123. */
    static final WordSet BEFORE_NUMBER =
            WordSet.of("p t n no nos art al fig f ch ex col ann l r d c v s i num par pl inv par ms fol liv");

    /** Last labels that make a dotted run of ASCII a host or file name. */
    static final WordSet LAST_LABELS =
            WordSet.of("fr com org net eu be ch ca info edu gov int io biz tv me re nc pf gp mq gf lu mc "
                    + "de it es uk us nl pt ma tn dz sn ci cm html htm php asp aspx jsp pdf txt xml csv json zip gz jpg jpeg png gif svg "
                    + "doc docx odt ods xls xlsx ppt mp3 mp4 exe js py java css");

    private FrenchWords() {}
}
