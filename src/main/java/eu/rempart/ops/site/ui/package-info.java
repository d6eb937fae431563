/** The screen of the two sites, and the banner for when one copy of the data is left. */
@NullMarked
package eu.rempart.ops.site.ui;

import org.jspecify.annotations.NullMarked;
