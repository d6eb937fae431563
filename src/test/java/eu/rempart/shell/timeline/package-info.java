/** Several kinds of things as one list. */
@NullMarked
package eu.rempart.shell.timeline;

import org.jspecify.annotations.NullMarked;
