/**
 * Understands what cells and card properties say: dates, numbers, countries, kinds of phones, yes
 * and no, in the languages of our customers; and gathers them into people and companies.
 */
@NullMarked
package eu.rempart.exchange.value;

import org.jspecify.annotations.NullMarked;
