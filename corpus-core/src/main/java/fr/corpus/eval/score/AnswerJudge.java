package fr.corpus.eval.score;

import fr.corpus.eval.format.OutputRecord;
import fr.corpus.eval.metric.AnswerNormalizer;
import fr.corpus.eval.metric.AnswerScore;
import fr.corpus.eval.pack.Extraction;
import fr.corpus.eval.pack.Pack;
import fr.corpus.eval.pack.PackItem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Judges short answers by every normalizer, {@code em} and {@code f1} alone being those of {@code fr-v1}. Where nothing is right but
 * to say so, silence and the words that say it are right by every normalizer.
 */
final class AnswerJudge implements Judge {

    /** Answers that say that the passage does not say, as {@code fr-v1} leaves them. */
    private static final Set<String> ABSTENTIONS = normalized(List.of(
            "",
            "Impossible",
            "Impossible à dire",
            "Impossible de répondre",
            "Sans réponse",
            "Pas de réponse",
            "Aucune réponse",
            "Aucune",
            "Je ne sais pas",
            "Le texte ne le dit pas",
            "Le passage ne le dit pas",
            "unanswerable"));

    private final Pack pack;
    private final List<Column> columns = new ArrayList<>();
    private final List<AnswerNormalizer> normalizers = new ArrayList<>();

    AnswerJudge(Pack pack) {
        this.pack = pack;
        Set<String> names = new LinkedHashSet<>(pack.metrics());
        names.addAll(List.of("em", "f1"));
        for (AnswerNormalizer one : AnswerNormalizer.values()) {
            if (one != AnswerNormalizer.FR_V1) {
                names.add("em:" + one.key());
                names.add("f1:" + one.key());
            }
        }
        for (String name : names) {
            AnswerNormalizer normalizer = normalizer(name);
            normalizers.add(normalizer);
            columns.add(new Column(
                    name,
                    name.startsWith("f1") ? Column.Kind.SHARE : Column.Kind.FLAG,
                    "metric:" + (name.startsWith("f1") ? "f1" : name.startsWith("em") ? "em" : name)
                            + (name.equals("exact_match") ? "|norm:number-fr" : "|norm:" + normalizer.key())
                            + (normalizer == AnswerNormalizer.FRENCHBENCH && !name.equals("exact_match")
                                    ? "|refs:first"
                                    : "|refs:best")
                            + "|extract:" + pack.extraction().kind().word() + "|agg:mean|version:1"));
        }
    }

    private static Set<String> normalized(List<String> answers) {
        Set<String> normal = new LinkedHashSet<>();
        answers.forEach(answer -> normal.add(AnswerNormalizer.FR_V1.normalized(answer)));
        return normal;
    }

    private static AnswerNormalizer normalizer(String metric) {
        String key = metric.substring(metric.indexOf(':') + 1);
        return Arrays.stream(AnswerNormalizer.values())
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElse(AnswerNormalizer.FR_V1);
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public ItemDetail judge(PackItem item, OutputRecord output, double[] row) {
        List<String> right = ((PackItem.ShortAnswer) item).answers();
        Extraction extraction = Extraction.of(pack.extraction(), item, output.output());
        String answer = extraction.value();
        if (right.isEmpty()) {
            Arrays.fill(row, ABSTENTIONS.contains(AnswerNormalizer.FR_V1.normalized(answer)) ? 1 : 0);
            return ItemDetail.of(extraction);
        }
        AnswerScore[] scores = new AnswerScore[AnswerNormalizer.values().length];
        for (int i = 0; i < row.length; i++) {
            String name = columns.get(i).name();
            if (name.equals("exact_match")) {
                row[i] = right.stream().anyMatch(one -> FrenchNumber.same(one, answer)) ? 1 : 0;
                continue;
            }
            AnswerNormalizer normalizer = normalizers.get(i);
            AnswerScore score = scores[normalizer.ordinal()];
            if (score == null) {
                score = normalizer.score(answer, right);
                scores[normalizer.ordinal()] = score;
            }
            row[i] = name.startsWith("f1") ? score.f1() : score.exactMatch();
        }
        return ItemDetail.of(extraction);
    }
}
