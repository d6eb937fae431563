package eu.rempart.exchange.ui;

import java.util.UUID;

/**
 * Who imports.
 *
 * @param name as colleagues read it
 * @param alone whether they work with records of their own only, so that what they bring is theirs
 */
record Importer(UUID id, String name, boolean alone) {}
