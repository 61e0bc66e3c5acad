package fr.corpus.internal.yaml;

import fr.corpus.error.RecipeException;
import fr.corpus.error.UserMessage;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML document written by a stranger. Confined to one thread, used once.
 *
 * <p>Limits: {@value #MAX_BYTES} bytes, {@value #MAX_DEPTH} levels, {@value #MAX_NODES} values after aliases are followed
 * (a billion laughs ends there). Tags are refused, so no value can ask for a type; so are duplicate keys and keys that are
 * not scalars.
 */
public final class YamlText {

    /** Largest document, in bytes. */
    public static final int MAX_BYTES = 1 << 20;

    private static final int MAX_DEPTH = 32;
    private static final int MAX_NODES = 100_000;

    private final String name;
    private final Iterator<Event> events;
    private final Map<String, YamlNode> anchors = new HashMap<>();
    private int depth;

    private YamlText(String name, Iterator<Event> events) {
        this.name = name;
        this.events = events;
    }

    /**
     * The root value of a document.
     *
     * @param bytes UTF-8, with or without byte order mark
     * @param name the file's name for messages
     * @throws RecipeException if the bytes are not one YAML document within the limits, with the line
     */
    public static YamlNode parse(byte[] bytes, String name) {
        if (bytes.length > MAX_BYTES) {
            throw new RecipeException(UserMessage.of("recipe.yaml-too-large", name, String.valueOf(MAX_BYTES)));
        }
        String text = decode(bytes, name);
        LoadSettings settings = LoadSettings.builder()
                .setLabel(name)
                .setCodePointLimit(MAX_BYTES)
                .build();
        try {
            return new YamlText(name, new Parse(settings).parseString(text).iterator()).document();
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(YamlText::line).orElse(1);
            throw new RecipeException(UserMessage.of("recipe.yaml-syntax", place(name, line), e.getProblem()), e);
        } catch (YamlEngineException e) {
            throw new RecipeException(UserMessage.of("recipe.yaml-syntax", name, String.valueOf(e.getMessage())), e);
        }
    }

    private static String decode(byte[] bytes, String name) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new RecipeException(UserMessage.of("recipe.yaml-not-utf8", name), e);
        }
    }

    private YamlNode document() {
        events.next(); // start of the stream
        Event first = events.next();
        if (first.getEventId() == Event.ID.StreamEnd) {
            throw new RecipeException(UserMessage.of("recipe.yaml-empty", name));
        }
        YamlNode root = node(events.next());
        events.next(); // end of the document
        Event next = events.next();
        if (next.getEventId() != Event.ID.StreamEnd) {
            throw fail("recipe.yaml-second-document", next);
        }
        return root;
    }

    private YamlNode node(Event event) {
        if (event instanceof AliasEvent alias) {
            YamlNode shared = anchors.get(alias.getAlias().getValue());
            if (shared == null) {
                throw fail("recipe.yaml-unknown-alias", event);
            }
            return shared;
        }
        YamlNode node = event instanceof ScalarEvent scalar ? scalar(scalar) : collection((CollectionStartEvent) event);
        ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), node));
        return node;
    }

    private YamlNode.Scalar scalar(ScalarEvent event) {
        if (event.getTag().filter(tag -> !tag.equals("!")).isPresent()) {
            throw fail("recipe.yaml-tag", event);
        }
        String text = event.getValue();
        Object value = event.isPlain() && event.getTag().isEmpty() ? CoreSchemaScalar.resolve(text) : text;
        return new YamlNode.Scalar(value, text, line(event));
    }

    private YamlNode collection(CollectionStartEvent event) {
        if (event.getTag().isPresent()) {
            throw fail("recipe.yaml-tag", event);
        }
        if (++depth > MAX_DEPTH) {
            throw fail("recipe.yaml-too-deep", event);
        }
        YamlNode node = event.getEventId() == Event.ID.MappingStart ? mapping(event) : sequence(event);
        depth--;
        return node;
    }

    private YamlNode sequence(Event start) {
        List<YamlNode> items = new ArrayList<>();
        int size = 1;
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            YamlNode item = node(event);
            size = checkedSize(size + item.size(), event);
            items.add(item);
        }
        return new YamlNode.Sequence(List.copyOf(items), line(start), size);
    }

    private YamlNode mapping(Event start) {
        List<YamlNode.Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        int size = 1;
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            if (!(node(event) instanceof YamlNode.Scalar key)) {
                throw fail("recipe.yaml-key-not-text", event);
            }
            if (!keys.add(key.text())) {
                throw new RecipeException(UserMessage.of("recipe.duplicate-key", place(name, line(event)), key.text()));
            }
            YamlNode value = node(events.next());
            size = checkedSize(size + 1 + value.size(), event);
            entries.add(new YamlNode.Entry(key.text(), line(event), value));
        }
        return new YamlNode.Mapping(List.copyOf(entries), line(start), size);
    }

    private int checkedSize(int size, Event event) {
        if (size > MAX_NODES) {
            throw fail("recipe.yaml-too-many-values", event);
        }
        return size;
    }

    private RecipeException fail(String key, Event event) {
        return new RecipeException(UserMessage.of(key, place(name, line(event))));
    }

    private static UserMessage place(String name, int line) {
        return UserMessage.of("recipe.at", name, String.valueOf(line));
    }

    private static int line(Event event) {
        Optional<Mark> mark = event.getStartMark();
        return mark.map(YamlText::line).orElse(1);
    }

    private static int line(Mark mark) {
        return mark.getLine() + 1;
    }
}
