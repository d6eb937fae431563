/** The products of a deal, to read and to type. */
@NullMarked
package eu.rempart.deal.line.ui;

import org.jspecify.annotations.NullMarked;
