/**
 * Fields for numbers: amounts, quantities, percentages, whole numbers and the currency beside them.
 * What is typed stays what it was, is asked, or is refused; nothing is dropped.
 */
@NullMarked
package eu.rempart.shell.field.number;

import org.jspecify.annotations.NullMarked;
