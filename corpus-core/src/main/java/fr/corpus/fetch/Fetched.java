package fr.corpus.fetch;

import java.net.URI;

/**
 * What a server answered.
 *
 * @param address of the last answer, after redirects
 * @param status of HTTP, 200 to 599
 * @param body as sent, without transfer coding; not copied
 * @param whole false when the body is longer than the bound and was cut there
 */
public record Fetched(URI address, int status, byte[] body, boolean whole) {}
