/** Tests of deals. */
@NullMarked
package eu.rempart.deal.ui;

import org.jspecify.annotations.NullMarked;
