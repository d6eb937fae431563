package eu.rempart.account.security;

/**
 * So many events of a kind.
 *
 * @param cause what they were for; empty where they do not say so
 */
public record EventCount(String kind, String cause, long count) {}
