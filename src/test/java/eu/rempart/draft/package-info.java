/** Tests of what is kept of unsaved forms. */
@NullMarked
package eu.rempart.draft;

import org.jspecify.annotations.NullMarked;
