#!/usr/bin/env python3
"""Writes vectors.jsonl: what datatrove 0.10.1 says of our texts with FineWeb-2's fra_Latn values.

    pip install datatrove==0.10.1 spacy==3.8.18 "xxhash<4" orjson regex tokenizers
    python vectors.py > vectors.jsonl

Each line has a name, the text, spaCy's tokens, the verdict of each of the three filters alone (a reason of datatrove, or
"keep") and the values that datatrove's own functions measure. The texts are ours (CC0).

    python vectors.py --judge < documents.jsonl | gzip > judged.jsonl.gz

adds tokens and verdicts to other documents (id, text): the input of DatatroveParity.
"""

import json
import re
import sys

from datatrove.data import Document
from datatrove.pipeline.filters import FineWebQualityFilter, GopherQualityFilter, GopherRepetitionFilter
from datatrove.pipeline.filters.gopher_repetition_filter import (find_all_duplicate, find_duplicates,
                                                                 find_top_duplicate, get_n_grams)
from datatrove.utils.text import PUNCTUATION_SET, TERMINAL_PUNCTUATION, split_into_words
from datatrove.utils.word_tokenizers import SpaCyTokenizer, strip_strings

STOP_WORDS = "de la le et à en l' des du les est d' un une il dans par au".split()


class SpaCyWithoutZone(SpaCyTokenizer):
    """The same tokens as datatrove's own, faster: spaCy's token cache lives on from document to document."""

    def word_tokenize(self, text):
        self.tokenizer.max_length = len(text) + 10
        return strip_strings([token.text for chunk in self._do_tokenize(text) for token in chunk])


FRENCH = SpaCyWithoutZone("fr")
FILTERS = {
    "repetition": GopherRepetitionFilter(
        language=FRENCH, dup_line_frac=0.264, dup_para_frac=0, dup_line_char_frac=0, dup_para_char_frac=0,
        top_n_grams=((2, 0.161), (3, 0.149), (4, 0.134)),
        dup_n_grams=((5, 0.15), (6, 0.141), (7, 0.131), (8, 0.121), (9, 0.111), (10, 0.1))),
    "lines": FineWebQualityFilter(
        language=FRENCH, line_punct_thr=0.1, short_line_thr=999, char_duplicates_ratio=0.1, new_line_ratio=0.185),
    "quality": GopherQualityFilter(
        language=FRENCH, min_avg_word_length=2, max_avg_word_length=11, max_non_alpha_words_ratio=0.812,
        stop_words=STOP_WORDS, min_stop_words=2),
}


def verdicts(text):
    results = {name: step.filter(Document(text=text, id="")) for name, step in FILTERS.items()}
    return {name: "keep" if result is True else result[1] for name, result in results.items()}


def measure(text):
    """The signals by our names, wherever datatrove's formula has a value."""
    words = split_into_words(text, FRENCH)
    values = {}
    if text:
        for name, elements in (("paragraph", re.split(r"\n{2,}", text.strip())), ("line", re.split(r"\n+", text))):
            count, chars = find_duplicates(elements)
            values[f"duplicate_{name}s"] = count / len(elements)
            values[f"duplicate_{name}_chars"] = chars / len(text)
        for n in (2, 3, 4):
            grams = get_n_grams(words, n)
            values[f"top_{n}gram"] = find_top_duplicate(grams) / len(text) if grams else 0
        for n in range(5, 11):
            values[f"duplicate_{n}grams"] = find_all_duplicate(words, n) / len(text)
    lines = [line for line in text.split("\n") if line.strip()]
    if lines:
        values["line_end_marks"] = sum(line.endswith(tuple(TERMINAL_PUNCTUATION)) for line in lines) / len(lines)
        values["short_lines"] = sum(len(line) <= 30 for line in lines) / len(lines)
        values["repeated_line_chars"] = find_duplicates(lines)[1] / len(text.replace("\n", ""))
        values["newlines_per_word"] = text.count("\n") / len(words)
    real = [word for word in words if any(c not in PUNCTUATION_SET for c in word)]
    values["words"] = len(real)
    if words:
        if real:
            values["mean_word_length"] = sum(map(len, real)) / len(real)
        lines = text.splitlines()
        values["hashes_per_word"] = text.count("#") / len(words)
        values["ellipses_per_word"] = (text.count("...") + text.count("…")) / len(words)
        values["bullet_lines"] = sum(line.lstrip().startswith(("•", "-")) for line in lines) / len(lines)
        values["ellipsis_lines"] = sum(line.rstrip().endswith(("...", "…")) for line in lines) / len(lines)
        values["letter_tokens"] = sum(any(c.isalpha() for c in word) for word in words) / len(words)
        if real:
            values["letter_words"] = sum(any(c.isalpha() for c in word) for word in real) / len(real)
            values["stop_word_share"] = sum(word in STOP_WORDS for word in words) / len(real)
        values["stop_words"] = len(set(STOP_WORDS) & set(words))
    return values


PROSE = (
    "Le marché de la place ouvre avant le jour. Les maraîchers déchargent des cageots de poireaux, et l'odeur de la "
    "terre mouillée monte entre les étals. Une femme discute du prix d'un panier de pommes; son voisin, qui l'écoute "
    "depuis un moment, finit par lui offrir deux citrons. Vers midi, quand le soleil passe au-dessus de la halle, il ne "
    "reste dans les allées que des feuilles de chou et trois pigeons. On replie les tables, on rince le sol à grande "
    "eau, puis chacun rentre chez soi en comptant sa recette. Demain, tout recommencera à la même heure."
)
MORE = (
    "À l'école du bourg, les enfants apprennent le nom des vents. Celui du nord apporte la neige sur les toits d'ardoise; "
    "celui du sud sent la résine et le sable chaud. L'instituteur a dessiné une grande rose sur le mur du préau, et chaque "
    "matin un élève y plante une épingle. Quand l'hiver touche à sa fin, on compte les trous: trente pour la bise, douze "
    "pour le marin, à peine quatre pour l'autan. Les vieux du village se moquent doucement de cette science, mais ils "
    "viennent volontiers regarder le mur avant d'étendre leur linge."
)
SENTENCES = re.split(r"(?<=\.) ", PROSE)
VERSES = [
    "La pluie a descendu les marches du jardin,", "Le vent cherche sa clef sous la porte fermée,",
    "Un chien parle tout bas au seuil de la fumée,", "Et la lampe s'endort près du morceau de pain,",
    "J'écoute au fond du puits la corde et son refrain,", "Le seau remonte plein d'une étoile affamée,",
    "Ma mère a replié la nappe parfumée,", "Demain nous partirons par le premier chemin",
]


def grow(wanted, texts):
    """The first of the texts for which the repetition filter gives the wanted reason."""
    return next(text for text in texts if verdicts(text)["repetition"] == wanted)


def spread(phrase):
    """The phrase put into prose, more and more often."""
    words = (PROSE + " " + MORE).split()
    for step in range(40, 3, -1):
        yield " ".join(word + (" " + phrase if i % step == step - 1 else "") for i, word in enumerate(words))


def echoes():
    """Prose that ends with more and more of its own beginning."""
    all_words = (PROSE + " " + MORE).split()
    for cut in range(0, 30):
        words = all_words[cut:]
        for length in range(10, 50):
            yield " ".join(words + words[:length])


def cases():
    for n in (2, 3, 4):
        phrase = " ".join("naturellement toujours ensemble autrefois".split()[:n])
        yield f"top {n}-gram", grow(f"top_{n}_gram", spread(phrase))
    for n in range(5, 11):
        yield f"duplicate {n}-grams", grow(f"duplicated_{n}_n_grams", echoes())
    yield "three words a line", "\n".join(" ".join(line) + "." for line in zip(*[iter((PROSE + " " + MORE).split())] * 3))
    yield "ellipses inside lines", re.sub(r"((?:\S+ ){4}\S+) ", r"\1… ", PROSE)
    yield "prose", PROSE
    yield "empty", ""
    yield "one space", " "
    yield "line feed alone", "\n"
    yield "no-break spaces alone", "\u00a0\u202f\n\u00a0"
    yield "zero-width space alone is a line", "\u200b"
    yield "too short", SENTENCES[0]
    yield "one sentence a line", "\n".join(SENTENCES)
    yield "line feeds at both ends make empty lines", "\n" + "\n".join(SENTENCES) + "\n"
    yield "blank lines between", "\n\n".join(SENTENCES)
    yield "spaces between line feeds", "\n \n".join(SENTENCES)
    yield "carriage returns and line feeds", "\r\n".join(SENTENCES)
    yield "guillemets at line ends", "\n".join(f"«\u00a0{s}\u00a0»" for s in SENTENCES)
    yield "semicolons at line ends", "\n".join(s.rstrip(".") + " ;" for s in SENTENCES)
    yield "ellipses at line ends", "\n".join(s.rstrip(".") + "…" for s in SENTENCES)
    yield "three dots at line ends", "\n".join(s.rstrip(".") + "..." for s in SENTENCES)
    yield "ellipses before a trailing space", "\n".join(s + " … " for s in SENTENCES)
    yield "hyphen dialogue", "\n".join("- " + s for s in SENTENCES)
    yield "dash dialogue", "\n".join("— " + s for s in SENTENCES)
    yield "bullets behind a no-break space", "\n".join("\u00a0• " + s for s in SENTENCES)
    yield "bullets cut by line separators", "\u2028".join("• " + s for s in SENTENCES) + "\x0b"
    yield "capitals", PROSE.upper()
    yield "verse", "\n".join(VERSES)
    yield "verse in two stanzas", "\n".join(VERSES[:4]) + "\n\n" + "\n".join(VERSES[4:])
    yield "trailing spaces hide the marks", "\n".join(s + "\u00a0" for s in SENTENCES)
    yield "other terminal marks", "\n".join(s.rstrip(".") + m for s, m in zip(SENTENCES, "‼⁇⁈⁉‽。"))
    yield "line repeated", "\n".join(SENTENCES + [SENTENCES[1]] * 3)
    yield "two lines of eight repeated", "\n".join(SENTENCES + [SENTENCES[0], SENTENCES[5]])
    yield "short line repeated with spaces", "\n".join(["Suite", "Suite ", "Suite"] + SENTENCES)
    yield "paragraph repeated", PROSE + "\n\n" + PROSE
    yield "paragraph repeated, stripped only at the ends", "  " + PROSE + "\n\n\n" + PROSE + " "
    yield "sentence repeated in one line", " ".join(SENTENCES[:3] + [SENTENCES[1]] * 2 + SENTENCES[3:])
    yield "five words repeated", PROSE.replace(". ", ". Il reste dans la halle. ")
    yield "ten words repeated", PROSE.replace(". ", " et, comme on le dit toujours au village, il faut attendre. ")
    yield "two words everywhere", re.sub(r"(\w{6,})", r"\1 bien sûr", PROSE)
    yield "three words everywhere", re.sub(r"(\w{6,})", r"\1 ou presque pas", PROSE)
    yield "four words everywhere", re.sub(r"(\w{7,})", r"\1 et puis voilà tout", PROSE)
    yield "the first of equally frequent pairs", "ab cd ef gh " + "rouge vert bleu " * 2
    yield "overlapping pairs exceed the text", "ha " * 60
    yield "nine tokens", "un deux trois quatre cinq six sept huit neuf"
    yield "one token", "bonjour"
    yield "two tokens", "bonjour madame"
    yield "emoji count once", "\n".join(s + " 😀" for s in SENTENCES + SENTENCES[:3])
    yield "letters outside the basic plane", PROSE.replace("e", "𝒆")
    yield "decomposed accents", PROSE.replace("é", "e\u0301").replace("à", "a\u0300")
    yield "typographic apostrophes", PROSE.replace("'", "’")
    yield "budget lines", "\n".join(f"Chapitre {n} : crédits de {n * 137} 500,00 € en 20{n + 10}." for n in range(1, 14))
    yield "numbers", "\n".join(" ".join(str(n * k) for k in range(1, 9)) + "." for n in range(11, 31))
    yield "hashes", "\n".join("## " + s + " # #" for s in SENTENCES)
    yield "words cut at line ends", "\n".join(
        " ".join(line) for line in zip(*[iter(PROSE.replace(", ", "- ").split())] * 6))
    yield "five words a line", "\n".join(" ".join(line) + "." for line in zip(*[iter(PROSE.split())] * 5))
    yield "menu", "\n".join("Accueil Catalogue Nouveautés Auteurs Presse Contact Panier Compte Aide Plan".split() * 6)
    yield "symbols", "@@ %% && // == ++ ~~ ^^ " * 12
    yield "long words", " ".join(["anticonstitutionnellement", "interdépartementalisation"] * 30)
    yield "short words", "à l a y ô " * 30
    yield "another language", (
        "The market on the square opens before dawn. Growers unload crates of leeks, and the smell of wet earth rises "
        "between the stalls. A woman haggles over a basket of apples; her neighbour, who has been listening, ends up "
        "giving her two lemons. At noon, when the sun passes over the hall, nothing remains but cabbage leaves.")
    yield "all separators of lines", "a\nb\rc\r\nd\x0be\x0cf\x1cg\x1dh\x1ei\x85j\u2028k\u2029- l"
    yield "unit separator is a space, not a line", "\x1f- a\x1f"
    yield "same line before and behind the end", "fin\n\nfin\n"


def main():
    if "--judge" in sys.argv:
        for line in sys.stdin:
            document = json.loads(line)
            document["tokens"] = split_into_words(document["text"], FRENCH)
            print(json.dumps(document | verdicts(document["text"]), ensure_ascii=False))
        return
    for name, text in cases():
        print(json.dumps({"name": name, "text": text, "tokens": split_into_words(text, FRENCH), **verdicts(text),
                          "signals": measure(text)}, ensure_ascii=False))


main()
