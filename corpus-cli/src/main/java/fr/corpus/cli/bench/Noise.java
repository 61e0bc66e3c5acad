package fr.corpus.cli.bench;

import java.util.SplittableRandom;

/** Texts that filters should drop. Immutable. */
final class Noise {

    private static final String SCAN_SIGNS = "|;:~*^¦[]{}0123456789";

    private final Phrases phrases;

    Noise(Phrases phrases) {
        this.phrases = phrases;
    }

    /** A menu, a refrain, a fragment or a bad scan. */
    String text(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> menu(random);
            case 1 -> refrain(random);
            case 2 -> phrases.sentence(random);
            default -> badScan(random);
        };
    }

    private String menu(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40 + random.nextInt(60); i++) {
            text.append(phrases.one("chose", random)).append('\n');
        }
        return text.toString();
    }

    private String refrain(SplittableRandom random) {
        String refrain = phrases.sentence(random);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8 + random.nextInt(12); i++) {
            text.append(phrases.sentence(random)).append('\n').append(refrain).append('\n');
        }
        return text.toString();
    }

    private String badScan(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            phrases.sentence(random).chars().forEach(c -> {
                boolean broken = random.nextInt(100) < 35;
                text.append(broken ? SCAN_SIGNS.charAt(random.nextInt(SCAN_SIGNS.length())) : (char) c);
                if (random.nextInt(100) < 25) {
                    text.append(' ');
                }
            });
            text.append('\n');
        }
        return text.toString();
    }
}
