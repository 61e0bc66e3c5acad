package fr.corpus.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/**
 * Sets up logging when something is first logged, so that commands which log nothing do not pay for it: warnings on
 * standard error, one line each; everything with {@code -Dcorpus.log=FINE}.
 */
public final class LogConfig {

    /** Called by {@link LogManager}. */
    public LogConfig() throws IOException {
        String level = System.getProperty("corpus.log", "WARNING");
        String config = """
                handlers=java.util.logging.ConsoleHandler
                .level=%1$s
                java.util.logging.ConsoleHandler.level=%1$s
                java.util.logging.ConsoleHandler.encoding=UTF-8
                java.util.logging.SimpleFormatter.format=%%4$s %%3$s %%5$s%%n
                """.formatted(level);
        LogManager.getLogManager()
                .readConfiguration(new ByteArrayInputStream(config.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
