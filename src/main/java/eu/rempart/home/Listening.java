package eu.rempart.home;

/**
 * An event: the address at which people reach the application is open.
 *
 * @param port of HTTPS
 */
public record Listening(int port) {}
