/** The screens of tags. */
@NullMarked
package eu.rempart.tag.ui;

import org.jspecify.annotations.NullMarked;
