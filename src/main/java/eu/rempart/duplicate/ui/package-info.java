/** The screen of duplicates: pairs side by side, and what becomes of them. */
@NullMarked
package eu.rempart.duplicate.ui;

import org.jspecify.annotations.NullMarked;
