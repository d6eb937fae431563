package eu.rempart.exchange.run;

import eu.rempart.exchange.format.ImportedRow;

/** A row with what becomes of it. */
public record RowResult(ImportedRow row, Outcome outcome) {}
