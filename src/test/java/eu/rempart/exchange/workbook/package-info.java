/** Workbooks of every shape. */
@NullMarked
package eu.rempart.exchange.workbook;

import org.jspecify.annotations.NullMarked;
