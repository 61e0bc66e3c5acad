package fr.corpus.eval.run;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The field {@code Retry-After} (RFC 9110, 10.2.3): seconds or a date. Thread-safe. */
final class RetryAfter {

    /** Longest wait that is kept to; a server that asks for more is asked again after it. */
    static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {}

    static Optional<Duration> parse(String field) {
        return parse(field, Clock.systemUTC().instant());
    }

    /** The wait that a field asks for at a time, from 0 to {@link #LONGEST}; nothing when it is neither seconds nor a date. */
    static Optional<Duration> parse(String field, Instant now) {
        String text = field.strip();
        if (text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            return Optional.of(bounded(Duration.ofMillis((long) Math.ceil(Double.parseDouble(text) * 1000))));
        }
        try {
            DateTimeFormatter date = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);
            return Optional.of(bounded(
                    Duration.between(now, ZonedDateTime.parse(text, date).toInstant())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
