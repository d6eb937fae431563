/**
 * Reads the sheets of workbooks, Office Open XML and OpenDocument, row by row: values with their
 * types, never formulas. Bounded in memory and time, whatever the file says.
 */
@NullMarked
package eu.rempart.exchange.workbook;

import org.jspecify.annotations.NullMarked;
