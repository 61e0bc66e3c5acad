package fr.corpus.eval.score;

import fr.corpus.eval.pack.PackItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the items whose texts all stand in a prompt that a tool made its own way. Runs of white space are one blank on both sides.
 * Where examples precede the question, the item asked last is meant. Confined to one thread.
 */
final class PromptTexts {

    private static final int KEY = 16;

    private final List<List<String>> texts = new ArrayList<>();
    /** By the length of the key, the items by the first letters of their last text. */
    private final Map<Integer, Map<String, List<Integer>>> byKey = new TreeMap<>();

    PromptTexts(List<PackItem> items) {
        for (PackItem item : items) {
            List<String> plain = item.texts().stream().map(PromptTexts::plain).toList();
            String last = plain.get(plain.size() - 1);
            int length = Math.min(KEY, last.length());
            byKey.computeIfAbsent(length, none -> new HashMap<>())
                    .computeIfAbsent(last.substring(0, length), none -> new ArrayList<>())
                    .add(texts.size());
            texts.add(plain);
        }
    }

    /** The places of the items that are meant: several only when their texts are the same. */
    List<Integer> find(String given) {
        String prompt = plain(given);
        List<Integer> best = new ArrayList<>();
        int bestEnd = -1;
        int bestLength = -1;
        for (Map.Entry<Integer, Map<String, List<Integer>>> keys : byKey.entrySet()) {
            int length = keys.getKey();
            for (int at = prompt.length() - length; at >= 0 && length > 0; at--) {
                for (int item : keys.getValue().getOrDefault(prompt.substring(at, at + length), List.of())) {
                    String last = texts.get(item).get(texts.get(item).size() - 1);
                    int end = at + last.length();
                    boolean better = end > bestEnd || (end == bestEnd && last.length() >= bestLength);
                    if (!better || !prompt.startsWith(last, at) || !holdsAll(prompt, item)) {
                        continue;
                    }
                    if (end > bestEnd || last.length() > bestLength) {
                        best.clear();
                    }
                    if (!best.contains(item)) {
                        best.add(item);
                    }
                    bestEnd = end;
                    bestLength = last.length();
                }
            }
        }
        return best;
    }

    private boolean holdsAll(String prompt, int item) {
        return texts.get(item).stream().allMatch(prompt::contains);
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        boolean pending = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                pending = true;
                continue;
            }
            if (pending && plain.length() > 0) {
                plain.append(' ');
            }
            pending = false;
            plain.append(c);
        }
        return plain.toString();
    }
}
