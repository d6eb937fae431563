package eu.rempart.db.pool;

import java.time.Duration;

/**
 * How long a start waits for a database that takes no connections. Where there is no such bean it
 * fails at once; where two sites agree on who leads, nobody may for a while.
 *
 * @param longest after that the start fails
 */
public record StartPatience(Duration longest) {}
