/** The screens of what members come back to. */
@NullMarked
package eu.rempart.recall.ui;

import org.jspecify.annotations.NullMarked;
