package fr.corpus.eval.score;

import fr.corpus.eval.format.OutputRecord;
import fr.corpus.eval.instruct.InstructionVerifier;
import fr.corpus.eval.instruct.Verdicts;
import fr.corpus.eval.pack.PackItem;
import java.util.List;

/** Judges by verifiers of instructions: all of an item’s, and each of them. */
final class InstructionJudge implements Judge {

    private static final List<Column> COLUMNS = List.of(
            column("strict", Column.Kind.FLAG),
            column("strict_instruction", Column.Kind.VERDICTS),
            column("loose", Column.Kind.FLAG),
            column("loose_instruction", Column.Kind.VERDICTS));

    private static Column column(String name, Column.Kind kind) {
        return new Column(
                name,
                kind,
                "metric:ifeval|verdict:" + (name.startsWith("strict") ? "strict" : "loose-8") + "|level:"
                        + (kind == Column.Kind.FLAG ? "prompt" : "instruction") + "|version:1");
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public ItemDetail judge(PackItem item, OutputRecord output, double[] row) {
        Verdicts verdicts = InstructionVerifier.verify((PackItem.Instructions) item, output.output());
        row[0] = verdicts.followsAllStrictly() ? 1 : 0;
        row[1] = Double.NaN;
        row[2] = verdicts.followsAllLoosely() ? 1 : 0;
        row[3] = Double.NaN;
        return ItemDetail.of(verdicts);
    }
}
