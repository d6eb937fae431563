/** Tests of what screens of other rooms show of deals. */
@NullMarked
package eu.rempart.deal.ui.panel;

import org.jspecify.annotations.NullMarked;
