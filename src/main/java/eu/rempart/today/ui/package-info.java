/**
 * The first screen: what changed lately, and what one may want to do next. Stands above the
 * business rooms and asks their services.
 */
@NullMarked
package eu.rempart.today.ui;

import org.jspecify.annotations.NullMarked;
