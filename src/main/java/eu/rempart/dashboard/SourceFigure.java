package eu.rempart.dashboard;

/**
 * New contacts by where they came from.
 *
 * @param source as the history writes it: manual, import, api …
 */
public record SourceFigure(String source, int contacts) {}
