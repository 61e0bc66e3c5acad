package fr.corpus.eval.run;

import fr.corpus.hash.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Packs of a few items on disk. */
final class TinyPack {

    private TinyPack() {}

    /** Questions {@code q0}, {@code q1}… with three choices, of which the first, the second, the third and so on is right. */
    static String choices(Path folder, int count) throws IOException {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < count; i++) {
            items.append("""
                    {"answers":[%d],"choices":["un","deux","trois"],"id":"q%d","question":"Question %d ?","variety":"fr"}
                    """.formatted(i % 3, i, i));
        }
        return write(
                folder, items.toString(), "multiple-choice", "{question}\\n{choices}\\nLettre :", "letter", "acc", "");
    }

    /** A pack of the name of its folder. */
    static String write(
            Path folder, String items, String task, String prompt, String rule, String metric, String fewShot)
            throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("items.jsonl"), items);
        Files.writeString(folder.resolve("pack.yaml"), """
                pack: 1
                id: %s
                version: 1
                title: { fr: Essai, en: Trial }
                description: { fr: Un essai, en: A trial }
                task: %s
                variety: fr
                license:
                  id: CC0-1.0
                  redistribution: bundle
                  declared: [ { where: ici, license: CC0-1.0 } ]
                prompts:
                  - { id: direct, text: "%s" }
                  - { id: poli, text: "S’il vous plaît : {question}" }
                  - { id: sec, text: "{question} Un mot." }
                extraction: { rule: %s, after: "Réponse :" }
                metrics: [ %s ]
                data: { sha256: %s }
                %s
                """.formatted(
                        folder.getFileName(),
                        task,
                        prompt,
                        rule,
                        metric,
                        Sha256.of(items).hex(),
                        fewShot));
        return folder.toString();
    }
}
