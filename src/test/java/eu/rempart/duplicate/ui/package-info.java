/** Tests of the screen of duplicates. */
@NullMarked
package eu.rempart.duplicate.ui;

import org.jspecify.annotations.NullMarked;
